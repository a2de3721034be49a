// Writers of one unit that have met come one after the other, and those of other units are not kept waiting.
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <optional>
#include <thread>

#include "unit/write_turns.hpp"

namespace ent::test {
namespace {

using unit::WriteTurns;
using Company = WriteTurns::Company;

constexpr std::int64_t school = 7, other_school = 8;

std::optional<WriteTurns::Turn> take(WriteTurns& turns, std::int64_t org) {
  return turns.take(Company::others, org, std::chrono::hours(1));
}

/// A writer on a thread of its own.
class Writer {
 public:
  Writer(WriteTurns& turns, std::int64_t org) : thread_([this, &turns, org] {
    const auto turn = take(turns, org);
    writes_ = true;
    may_end_.wait(false);
  }) {}
  ~Writer() {
    may_end_ = true;
    may_end_.notify_one();
  }

  bool writes() const { return writes_; }
  /// Comes back when it writes, or waits in its unit.
  void settle(WriteTurns& turns, std::int64_t org) const {
    while (!writes_ && turns.waiting(org) == 0) std::this_thread::yield();
  }
  void wait_until_it_writes() const {
    while (!writes_) std::this_thread::yield();
  }

 private:
  std::atomic<bool> writes_{false};
  std::atomic<bool> may_end_{false};
  std::jthread thread_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(write_turns)

BOOST_AUTO_TEST_CASE(writers_of_a_unit_write_beside_each_other_until_they_meet) {
  WriteTurns turns;
  const auto first = take(turns, school);
  const Writer second(turns, school);
  second.settle(turns, school);
  BOOST_TEST(second.writes());
}

BOOST_AUTO_TEST_CASE(writers_of_a_unit_who_have_met_take_turns) {
  WriteTurns turns;
  turns.met(school);
  auto first = take(turns, school);
  const Writer second(turns, school);
  second.settle(turns, school);
  BOOST_TEST(!second.writes());
  const Writer elsewhere(turns, other_school);
  elsewhere.wait_until_it_writes();
  const Writer of_unknown_unit(turns, 0);
  of_unknown_unit.wait_until_it_writes();
  first.reset();
  second.wait_until_it_writes();
}

BOOST_AUTO_TEST_CASE(where_nobody_has_waited_for_a_while_the_unit_is_open_again) {
  WriteTurns turns;
  turns.met(school);
  for (int quiet = 0; quiet < 16; ++quiet) take(turns, school);
  const auto first = take(turns, school);
  const Writer second(turns, school);
  second.settle(turns, school);
  BOOST_TEST(second.writes());
}

BOOST_AUTO_TEST_CASE(a_meeting_in_an_unknown_unit_keeps_nobody_waiting) {
  WriteTurns turns;
  turns.met(0);
  const auto first = take(turns, 0);
  const Writer second(turns, 0);
  second.settle(turns, 0);
  BOOST_TEST(second.writes());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
