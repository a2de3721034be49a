// An epoch that a rolled-back write had made never comes again: else rights that were read inside that
// write, and kept, would be taken for those of a committed state.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <random>
#include <set>

#include "support/notes.hpp"

namespace {

using namespace ent;
using namespace ent::test;

constexpr store::Sql select_epoch{"SELECT epoch FROM org_epoch WHERE org = 0"};

struct Epoch {
  std::int64_t value = 0;
};

std::vector<std::int64_t> made;

Result<Done> change_rights(Write<Perm::org_manage>& unit, const Note& note) {
  ENT_TRY(granted, unit.may({}, "org.not_found"));
  for (std::int64_t i = 0; i < note.number; ++i) {
    unit.rights_changed(granted, 0);
    auto rows = unit.query(select_epoch);
    rows.next();
    made.push_back(rows.integer(0));
  }
  if (note.fails) return base::fail(Errc::failed_precondition, "org.circular");
  return Done{};
}

constexpr Op op_change = op<&change_rights>("note.change_rights", "0.1");

}  // namespace

BOOST_AUTO_TEST_SUITE(epoch)

BOOST_DATA_TEST_CASE(no_epoch_is_made_twice, boost::unit_test::data::make(places()), place) {
  NoteBook book(place);
  std::mt19937 random(20260914);
  std::bernoulli_distribution fails(0.5);
  std::uniform_int_distribution<std::int64_t> times(1, 3);
  made.clear();
  std::int64_t committed = 0;
  for (int i = 0; i < 200; ++i) {
    const Note note{.number = times(random), .fails = fails(random)};
    const bool done = run<Done>(op_change, book.host, note, {}).has_value();
    BOOST_TEST(done == !note.fails);
    if (done) committed = made.back();
    BOOST_TEST(book.ask(select_epoch) == committed);
  }
  BOOST_TEST(std::set<std::int64_t>(made.begin(), made.end()).size() == made.size());
}

BOOST_AUTO_TEST_SUITE_END()
