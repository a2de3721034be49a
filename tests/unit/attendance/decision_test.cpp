// What is decided of an entry: the worked examples of docs/attendance.md.
#include <boost/test/unit_test.hpp>

#include "attendance/entry.hpp"

namespace {

using namespace ent::attendance;

constexpr Minute hour = 60, monday = 4 * day_minutes, tuesday = monday + day_minutes;  // 5 January 1970 was a Monday

/// Monday and Tuesday from 8:00 to 12:00, and no other time.
const std::vector<OpenHalf> mornings{{HalfDay::morning, monday + 8 * hour, monday + 12 * hour},
                                     {HalfDay::morning, tuesday + 8 * hour, tuesday + 12 * hour}};
const Span both_days{monday, tuesday + day_minutes};

JustificationRow note(const Span& span, std::optional<Decision> decision) {
  return {.justification = 1, .member = 1, .span = span, .decision = decision};
}
JustificationRow accepted(const Span& span) { return note(span, Decision::accepted); }
JustificationRow refused(const Span& span) { return note(span, Decision::refused); }

std::optional<Decision> decided(const Span& span, const std::vector<JustificationRow>& notes) {
  const EntryRow entry{.entry = 1, .member = 1, .kind = Kind::absence, .span = span};
  return decision_of(entry, {notes, mornings});
}

const Span first{monday, tuesday}, second{tuesday, tuesday + day_minutes};

}  // namespace

BOOST_AUTO_TEST_SUITE(attendance_decision)

BOOST_AUTO_TEST_CASE(accepted_when_all_of_its_open_time_is) {
  BOOST_TEST((decided(both_days, {accepted(first), accepted(second)}) == Decision::accepted));
  BOOST_TEST((decided(first, {accepted({monday + 8 * hour, monday + 12 * hour})}) == Decision::accepted));
  BOOST_TEST((decided(first, {accepted({monday + 8 * hour, monday + 11 * hour})}) == std::nullopt));
  BOOST_TEST((decided(both_days, {accepted(first)}) == std::nullopt));
  BOOST_TEST((decided(both_days, {accepted(first), note(second, std::nullopt)}) == std::nullopt));
}

BOOST_AUTO_TEST_CASE(refused_when_all_is_decided_and_not_all_accepted) {
  BOOST_TEST((decided(first, {refused(both_days)}) == Decision::refused));
  BOOST_TEST((decided(both_days, {accepted(first), refused(second)}) == Decision::refused));
  BOOST_TEST((decided(both_days, {refused(second)}) == std::nullopt));
}

BOOST_AUTO_TEST_CASE(a_refusal_takes_nothing_from_what_is_accepted) {
  BOOST_TEST((decided(first, {accepted(first), refused(both_days)}) == Decision::accepted));
  BOOST_TEST((decided(both_days, {accepted(first), refused(both_days)}) == Decision::refused));
}

BOOST_AUTO_TEST_CASE(what_takes_no_open_time_is_judged_by_all_of_it) {
  const Span evening{monday + 18 * hour, monday + 20 * hour};
  BOOST_TEST((decided(evening, {accepted(first)}) == Decision::accepted));
  BOOST_TEST((decided(evening, {accepted({monday + 18 * hour, monday + 19 * hour})}) == std::nullopt));
  BOOST_TEST((decided(evening, {accepted(second)}) == std::nullopt));
}

BOOST_AUTO_TEST_CASE(what_is_of_another_pupil_decides_nothing) {
  JustificationRow other = accepted(both_days);
  other.member = 2;
  BOOST_TEST((decided(first, {other}) == std::nullopt));
}

BOOST_AUTO_TEST_SUITE_END()
