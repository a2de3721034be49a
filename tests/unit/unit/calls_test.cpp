// What execute() sees to for every operation, whatever its body does.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <new>
#include <stdexcept>

#include "support/notes.hpp"

namespace {

using namespace ent;
using namespace ent::test;
namespace data = boost::unit_test::data;

constexpr store::Sql last_audit{"SELECT outcome FROM audit_entry ORDER BY seq DESC LIMIT 1"};
constexpr store::Sql count_audit{"SELECT count(*) FROM audit_entry"};
constexpr store::Sql count_refused{
    "SELECT count(*) FROM audit_entry WHERE outcome = 3 AND account = 7 AND person = 9 AND profile = 1"
    " AND operation = 'note.write' AND permission = 'org.manage' AND reason <> ''"};
constexpr store::Sql count_events{"SELECT count(*) FROM change_event WHERE event = 'note.was_written'"};

/// A session of somebody who has no right at all.
Session stranger(const Portal& portal) {
  auto state = std::make_shared<unit::SessionState>();
  state->portal = portal.shared_state();
  state->rights = std::make_shared<access::Rights>(access::Actor{7, 9, Profile::pupil});
  return Session(std::move(state));
}

Result<Done> forgets_to_ask(Read<Perm::org_read>&, const Note&) { return Done{}; }
Result<Done> forgets_to_ask_too(Write<Perm::org_manage>&, const Note&) { return Done{}; }
Result<NoteCount> says_too_much(Read<Perm::org_read>& unit, const Note&) {
  ENT_TRY(granted, unit.may({}, "org.not_found"));
  static_cast<void>(granted);
  return NoteCount{42};
}
Result<NoteCount> reads_what_is_audited(Read<Perm::org_manage>& unit, const Note&) {
  ENT_TRY(granted, unit.may({}, "org.not_found"));
  static_cast<void>(granted);
  return NoteCount{42};
}
Result<NoteCount> fills_and_fails(Write<Perm::org_manage>& unit, const Note&) {
  ENT_TRY(granted, unit.may({}, "org.not_found"));
  static_cast<void>(granted);
  return base::fail(Errc::conflict, "call.stale_revision");
}

constexpr Op op_forgets = op<&forgets_to_ask>("note.forget", "0.1");
constexpr Op op_forgets_too = op<&forgets_to_ask_too>("note.forget_too", "0.1");
constexpr Op op_says = op<&says_too_much>("note.say", "0.1");
constexpr Op op_audited = op<&reads_what_is_audited>("note.audited", "0.1");
constexpr Op op_fills = op<&fills_and_fails>("note.fill", "0.1");

struct NoHook {
  ~NoHook() { inside_body = nullptr; }
};

}  // namespace

BOOST_TEST_GLOBAL_FIXTURE(NoHook);

BOOST_AUTO_TEST_SUITE(calls)

BOOST_DATA_TEST_CASE(a_write_is_there_with_its_audit_and_its_event, data::make(places()), place) {
  NoteBook book(place);
  BOOST_TEST(write_note(book.host, {.number = 1}).has_value());
  BOOST_TEST(count_notes(book.host) == 1);
  BOOST_TEST(book.ask(count_events) == 1);
  BOOST_TEST(book.ask(count_audit) == 1);
  BOOST_TEST(book.ask(last_audit) == 0);
}

BOOST_DATA_TEST_CASE(a_write_that_fails_leaves_nothing, data::make(places()), place) {
  NoteBook book(place);
  const auto failed = write_note(book.host, {.number = 1, .fails = true});
  BOOST_TEST_REQUIRE(!failed);
  BOOST_TEST(failed.error().reason == "org.circular");
  BOOST_TEST(count_notes(book.host) == 0);
  BOOST_TEST(book.ask(count_events) == 0);
  BOOST_TEST(book.ask(count_audit) == 0);
}

BOOST_DATA_TEST_CASE(a_refused_write_leaves_who_tried_what, data::make(places()), place) {
  NoteBook book(place);
  const auto refused = write_note(stranger(book.portal), {.number = 1});
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST(refused.error().reason == "org.not_found");  // who may not know of it learns no more
  BOOST_TEST(count_notes(book.host) == 0);
  BOOST_TEST(book.ask(count_refused) == 1);
}

BOOST_DATA_TEST_CASE(a_refused_read_leaves_an_audit_entry_too, data::make(places()), place) {
  NoteBook book(place);
  Session session = stranger(book.portal);
  BOOST_TEST(!run<NoteCount>(notes::op_read, session, Note{}, {}).has_value());
  BOOST_TEST(book.ask(count_audit) == 1);
  BOOST_TEST(book.ask(last_audit) == 3);
}

BOOST_DATA_TEST_CASE(an_operation_that_asks_for_no_right_is_a_defect, data::make(places()), place) {
  NoteBook book(place);
  for (const Op* forgetful : {&op_forgets, &op_forgets_too}) {
    const auto answer = run<Done>(*forgetful, book.host, Note{}, {});
    BOOST_TEST_REQUIRE(!answer);
    BOOST_TEST(answer.error().reason == "access.not_checked");
  }
}

BOOST_DATA_TEST_CASE(what_must_be_audited_and_cannot_be_is_not_shown, data::make(places()), place) {
  NoteBook book(place);
  BOOST_TEST(run<NoteCount>(op_audited, book.host, Note{}, {}).has_value());
  BOOST_TEST(book.ask(count_audit) == 1);
  book.database().connect_writer()->script("DROP TABLE audit_entry;");
  BOOST_TEST(!run<NoteCount>(op_audited, book.host, Note{}, {}).has_value());
  BOOST_TEST(run<NoteCount>(op_says, book.host, Note{}, {}).has_value());  // this one leaves no entry
  BOOST_TEST(!write_note(book.host, {.number = 1}).has_value());
  BOOST_TEST(count_notes(book.host) == 0);
}

BOOST_DATA_TEST_CASE(whatever_a_body_throws_is_an_error_and_undone, data::make(places()), place) {
  NoteBook book(place);
  inside_body = [](const Note& note) {
    if (note.number == 1) throw std::runtime_error("a defect");
    if (note.number == 2) throw std::bad_alloc();
    if (note.number == 3) throw store::Failure(store::Fault::busy, "locked");
  };
  BOOST_TEST(write_note(book.host, {.number = 1}).error().reason == "internal.defect");
  BOOST_TEST(write_note(book.host, {.number = 2}).error().reason == "memory.full");
  BOOST_TEST(write_note(book.host, {.number = 3}).error().reason == "store.busy");
  BOOST_TEST(write_note(book.host, {.number = 4}).has_value());
  BOOST_TEST(count_notes(book.host) == 1);
  inside_body = nullptr;
}

BOOST_AUTO_TEST_CASE(an_error_leaves_no_answer_behind) {
  NoteBook book(Place::memory);
  NoteCount out{17};
  const Note in{};
  const auto error = unit::execute(op_fills, book.host.state(), {}, &in, &out);
  BOOST_TEST(error.has_value());
  BOOST_TEST(out.count == 0);
}

BOOST_DATA_TEST_CASE(a_key_is_free_again_after_a_failure, data::make(places()), place) {
  NoteBook book(place);
  const CallOptions once{.idempotency_key = "once"};
  BOOST_TEST(!write_note(book.host, {.number = 1, .fails = true}, once).has_value());
  BOOST_TEST(write_note(book.host, {.number = 1}, once).has_value());
  BOOST_TEST(write_note(book.host, {.number = 1}, once).has_value());
  BOOST_TEST(count_notes(book.host) == 1);
  BOOST_TEST(book.ask(count_events) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
