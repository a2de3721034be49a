// From slots to lessons: which there are, on which days, under which ids, and what is said of single ones. The school
// year is 2026-2027; 31 August 2026 is a Monday.
#include "timetable/plan.hpp"

#include <boost/test/unit_test.hpp>

#include "base/zone.hpp"
#include "timetable/rules.hpp"

namespace {

using namespace ent;
using namespace ent::timetable;
using std::chrono::days;

Date day(int month, unsigned number, int year = 2026) {
  return Date{std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::day{number}};
}

/// Tuesdays 10:00 to 11:00 from Wednesday 2 September to 3 July.
State tuesday() {
  State state = state_of({.weekday = calendar::Weekday::tuesday, .begins = {600}, .ends = {660}, .subject_code = "MATHS"}, {7},
                         {day(9, 2), day(7, 3, 2027)}, base::years_from_august);
  state.slot = 5;
  state.parts = {{Role::group, 40}, {Role::teacher, 3}, {Role::room, 9}};
  return state;
}

/// The public id of one of its groups.
std::int64_t of_unit(std::int64_t group) { return std::int64_t{7} << 32 | group; }

std::string told(const std::vector<Planned>& lessons) {
  std::string text;
  for (const Planned& lesson : lessons) {
    const std::chrono::year_month_day civil{lesson.date};
    text += std::to_string(unsigned{civil.month()}) + "-" + std::to_string(unsigned{civil.day()}) + " " +
            std::to_string(lesson.begins) + " #" + std::to_string(lesson.week) + (lesson.cancelled() ? " cancelled" : "") + "; ";
  }
  return text;
}

Fact moved_to(std::int32_t week, Date date) {
  Fact fact;
  fact.org = 7;
  fact.slot = 5;
  fact.week = week;
  fact.date = date;
  return fact;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(timetable_plan)

BOOST_AUTO_TEST_CASE(weeks_count_from_the_monday_of_the_first_day) {
  const Timetable timetable{{tuesday()}, {}, {}};
  // 1 September is a Tuesday, but before the first day.
  BOOST_TEST(told(plan(timetable, day(8, 31), day(9, 30))) == "9-8 600 #1; 9-15 600 #2; 9-22 600 #3; 9-29 600 #4; ");
  BOOST_TEST(told(plan(timetable, day(9, 8), day(9, 8))) == "9-8 600 #1; ");
  BOOST_TEST(told(plan(timetable, day(9, 9), day(9, 14))).empty());
  // The last Tuesday is 29 June: 43 weeks after 1 September.
  BOOST_TEST(told(plan(timetable, day(6, 29, 2027), day(7, 31, 2027))) == "6-29 600 #43; ");
}

BOOST_AUTO_TEST_CASE(an_id_says_slot_and_week) {
  const LessonId id = lesson_id(7, 5, 43);
  BOOST_TEST(id.value == (std::int64_t{7} << 32) + 5 * 64 + 43);
  BOOST_TEST(slot_of(id) == 5);
  BOOST_TEST(week_of(id) == 43);
  BOOST_TEST(id.establishment() == 7);
}

BOOST_AUTO_TEST_CASE(a_lesson_that_is_moved_is_found_where_it_goes) {
  const Timetable timetable{{tuesday()}, {moved_to(2, day(10, 1))}, {}};
  BOOST_TEST(told(plan(timetable, day(9, 14), day(9, 20))).empty());
  BOOST_TEST(told(plan(timetable, day(9, 28), day(10, 4))) == "9-29 600 #4; 10-1 600 #2; ");
}

BOOST_AUTO_TEST_CASE(the_calendar_takes_lessons_away_and_not_those_moved_off_closed_days) {
  calendar::Facts facts;
  calendar::Closure snow;
  snow.valid_from = day(9, 15);
  snow.valid_to = day(9, 16);
  facts.closures = {snow};
  facts.alternances = {{OrgId{7}, "A", {day(9, 7), day(9, 14), day(9, 21)}}};
  Timetable timetable{{tuesday()}, {}, {{7, {base::Zone::find("Europe/Paris").value(), facts, {}}}}};
  BOOST_TEST(told(plan(timetable, day(8, 31), day(9, 30))) == "9-8 600 #1; 9-22 600 #3; 9-29 600 #4; ");
  timetable.states.front().alternance = "A";
  BOOST_TEST(told(plan(timetable, day(8, 31), day(9, 30))) == "9-8 600 #1; 9-22 600 #3; ");
  timetable.facts = {moved_to(2, day(9, 29)), moved_to(3, day(9, 15)), moved_to(4, day(9, 30))};
  BOOST_TEST(told(plan(timetable, day(8, 31), day(9, 30))) == "9-8 600 #1; 9-29 600 #2; ");
}

BOOST_AUTO_TEST_CASE(lessons_end_with_their_groups) {
  Timetable timetable{{tuesday()}, {}, {}};
  set_terms(timetable, {{{of_unit(40), day(9, 15)}, {of_unit(42), day(9, 1)}}, {}});
  BOOST_TEST(told(plan(timetable, day(8, 31), day(9, 30))) == "9-8 600 #1; ");
  timetable = {{tuesday()}, {}, {}};
  timetable.states.front().parts.insert(timetable.states.front().parts.begin() + 1, {Role::group, 41});
  set_terms(timetable, {{{of_unit(40), day(9, 15)}}, {}});
  const auto lessons = plan(timetable, day(9, 8), day(9, 15));
  BOOST_REQUIRE(lessons.size() == 2U);
  BOOST_TEST(lessons[0].numbers(Role::group) == (std::vector<std::int64_t>{40, 41}));
  BOOST_TEST(lessons[1].numbers(Role::group) == std::vector<std::int64_t>{41});
}

BOOST_AUTO_TEST_CASE(who_stands_in_for_a_teacher_gives_the_lessons_of_the_service) {
  const unit::Period fortnight{day(9, 14), day(9, 28)};
  const auto given = [&](const group::StandIn& stand_in) {
    Timetable timetable{{tuesday()}, {}, {}};
    set_terms(timetable, {{}, {stand_in}});
    std::vector<std::int64_t> found;
    for (const Planned& lesson : plan(timetable, day(9, 8), day(9, 30))) found.push_back(lesson.numbers(Role::teacher).at(0));
    return found;
  };
  // The 8th, 15th, 22nd and 29th.
  BOOST_TEST(given({100, of_unit(40), 3, 8, "MATHS", fortnight}) == (std::vector<std::int64_t>{3, 8, 8, 3}));
  BOOST_TEST(given({100, of_unit(40), 3, 8, "", fortnight}) == (std::vector<std::int64_t>{3, 8, 8, 3}));
  const std::vector<std::int64_t> as_planned(4, 3);
  BOOST_TEST(given({100, of_unit(40), 3, 8, "PHYS", fortnight}) == as_planned);
  BOOST_TEST(given({100, of_unit(41), 3, 8, "MATHS", fortnight}) == as_planned);
  BOOST_TEST(given({100, of_unit(40), 4, 8, "MATHS", fortnight}) == as_planned);
}

BOOST_AUTO_TEST_CASE(what_is_cancelled_stays_to_be_seen) {
  Fact fact = moved_to(1, day(9, 8));
  fact.date.reset();
  fact.cancelled = true;
  BOOST_TEST(told(plan({{tuesday()}, {fact}}, day(9, 7), day(9, 20))) == "9-8 600 #1 cancelled; 9-15 600 #2; ");
}

BOOST_AUTO_TEST_CASE(a_change_of_the_slot_leaves_ids_and_what_was) {
  const State before = tuesday();
  State after = changed(before, {.id = {}, .weekday = calendar::Weekday::friday, .begins = TimeOfDay{480}}, day(9, 14)).value();
  State first = before;
  first.valid_to = day(9, 14);
  BOOST_TEST(after.revision == 2);
  BOOST_TEST(told(plan({{first, after}, {}}, day(8, 31), day(9, 27))) == "9-8 600 #1; 9-18 480 #2; 9-25 480 #3; ");
  // What was said of the third week holds for it still.
  BOOST_TEST(told(plan({{first, after}, {moved_to(3, day(9, 21))}}, day(9, 14), day(9, 27))) == "9-18 480 #2; 9-21 480 #3; ");
}

BOOST_AUTO_TEST_CASE(a_lesson_is_never_twice_in_a_week) {
  const State before = tuesday();
  const auto refused = [&](ChangeSlot input, Date from) {
    const auto next = changed(before, input, from);
    return next ? std::string() : next.error().fields.front().reason;
  };
  // Moved to Fridays from a Wednesday on, the week of that Wednesday would have two.
  BOOST_TEST(refused({.id = {}, .weekday = calendar::Weekday::friday}, day(9, 16)) == "timetable.midweek");
  BOOST_TEST(refused({.id = {}, .weekday = calendar::Weekday::tuesday}, day(9, 16)).empty());
  BOOST_TEST(refused({.id = {}, .weekday = calendar::Weekday::friday}, before.valid_from).empty());
  BOOST_TEST(refused({.id = {}, .begins = TimeOfDay{480}}, day(9, 16)).empty());
  BOOST_TEST(refused({.id = {}, .begins = TimeOfDay{660}}, day(9, 16)) == "timetable.ends_before");
  BOOST_TEST(refused({.id = {}}, day(9, 1)) == "timetable.before_last_change");
  BOOST_TEST(refused({.id = {}}, day(7, 3, 2027)) == "period.empty");
}

BOOST_AUTO_TEST_CASE(a_fact_tells_all_that_differs) {
  const State state = tuesday();
  const Planned planned = lesson_of(std::span(&state, 1), 1, nullptr).value();
  Fact replaced = next_fact(planned, FactKind::replaced, " Formation ");
  replaced.teachers = true;
  put(replaced.parts, Role::teacher, std::vector<std::int64_t>{8, 8});
  BOOST_TEST(replaced.number == 1);
  BOOST_TEST(replaced.reason == "Formation");
  const Planned after = lesson_of(std::span(&state, 1), 1, &replaced).value();
  BOOST_TEST(after.numbers(Role::teacher) == std::vector<std::int64_t>{8}, boost::test_tools::per_element());
  BOOST_TEST(after.numbers(Role::room) == std::vector<std::int64_t>{9}, boost::test_tools::per_element());
  BOOST_TEST(after.numbers(Role::group) == std::vector<std::int64_t>{40}, boost::test_tools::per_element());
  // Moved afterwards, it is still given by the one who replaces; restored, it is as in the slot.
  const Fact moved = next_fact(after, FactKind::moved, std::nullopt);
  BOOST_TEST(moved.number == 2);
  BOOST_TEST(moved.replaced());
  BOOST_TEST(moved.reason == "Formation");
  const Fact restored = next_fact(after, FactKind::restored, std::nullopt);
  BOOST_TEST(restored.unchanged());
  BOOST_TEST(restored.number == 2);
  BOOST_TEST(restored.parts.empty());
}

BOOST_AUTO_TEST_CASE(what_is_back_where_its_slot_has_it_is_not_told) {
  const State state = tuesday();
  const Planned planned = lesson_of(std::span(&state, 1), 1, nullptr).value();
  Fact fact = next_fact(planned, FactKind::moved, "Sortie");
  fact.date = planned.date + std::chrono::days{1};
  fact.begins = state.begins;
  fact.ends = state.ends;
  keep_what_differs(fact, planned);
  BOOST_TEST(fact.date.has_value());
  BOOST_TEST(!fact.begins.has_value());
  BOOST_TEST(fact.reason == "Sortie");
  fact.date = planned.date;
  fact.ends = state.ends + 10;
  keep_what_differs(fact, planned);
  BOOST_TEST(!fact.date.has_value());
  BOOST_TEST(fact.moved());  // it is longer
  fact.begins = state.begins;
  fact.ends = state.ends;
  fact.subject = state.subject;
  fact.teachers = true;
  fact.rooms = true;
  put(fact.parts, Role::teacher, numbers_of(state.parts, Role::teacher));
  put(fact.parts, Role::room, numbers_of(state.parts, Role::room));
  keep_what_differs(fact, planned);
  BOOST_TEST(fact.unchanged());
  BOOST_TEST(fact.reason.empty());
  BOOST_TEST(fact.parts.empty());
}

BOOST_AUTO_TEST_CASE(a_lesson_keeps_its_length_unless_its_end_is_said) {
  const State state = tuesday();
  const Planned planned = lesson_of(std::span(&state, 1), 1, nullptr).value();
  const auto there = place_of(planned, day(9, 10), TimeOfDay{480}, std::nullopt).value();
  BOOST_TEST((there.date == day(9, 10)));
  BOOST_TEST(there.begins == 480);
  BOOST_TEST(there.ends == 540);
  BOOST_TEST(place_of(planned, std::nullopt, std::nullopt, TimeOfDay{690}).value().ends == 690);
  BOOST_TEST(place_of(planned, std::nullopt, std::nullopt, TimeOfDay{600}).error().fields.front().reason == "timetable.ends_before");
  BOOST_TEST(place_of(planned, std::nullopt, TimeOfDay{1439}, std::nullopt).error().fields.front().reason == "field.range");
}

BOOST_AUTO_TEST_SUITE_END()
