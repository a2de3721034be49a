// What makes slots, lessons and spans well-formed.
#include "timetable/rules.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent;
using namespace ent::timetable;
using std::chrono::days;

std::string told(const std::optional<Error>& error) {
  std::string text;
  if (!error) return text;
  for (const auto& field : error->fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
  return text;
}

const Date monday{std::chrono::year{2026} / std::chrono::September / 14};
const unit::Period autumn{monday, monday + days{60}};
constexpr base::SchoolYears north = base::years_from_august, south = base::years_from_january;

AddSlots one(NewSlot slot) { return {.org_id = {}, .items = {std::move(slot)}, .valid_to = {}}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(timetable_rules)

BOOST_AUTO_TEST_CASE(a_slot_ends_after_it_begins) {
  BOOST_TEST(told(well_formed(one({.weekday = calendar::Weekday::monday, .begins = {480}, .ends = {481}}), autumn, north)).empty());
  BOOST_TEST(told(well_formed(one({.weekday = calendar::Weekday::monday, .begins = {480}, .ends = {480}}), autumn, north)) ==
             "/items/0/ends timetable.ends_before");
  BOOST_TEST(told(well_formed(one({.weekday = calendar::Weekday::monday,
                                   .begins = {480},
                                   .ends = {540},
                                   .subject_code = " ",
                                   .group_ids = std::vector<GroupId>(21),
                                   .teacher_ids = std::vector<PersonId>(11),
                                   .room_ids = std::vector<RoomId>(11),
                                   .label = std::string(101, 'x')}),
                              autumn, north)) ==
             "/items/0/subject_code text.too_short; /items/0/label text.too_long; /items/0/group_ids field.range; "
             "/items/0/teacher_ids field.range; /items/0/room_ids field.range");
  BOOST_TEST(told(well_formed(AddSlots{}, autumn, north)) == "/items field.range");
}

BOOST_AUTO_TEST_CASE(a_slot_lies_in_one_school_year) {
  const AddSlots slots = one({.weekday = calendar::Weekday::monday, .begins = {480}, .ends = {540}});
  const Date turn{std::chrono::year{2027} / std::chrono::August / 1};
  BOOST_TEST(told(well_formed(slots, {monday, turn}, north)).empty());
  BOOST_TEST(told(well_formed(slots, {monday, turn + days{1}}, north)) == "/valid_to timetable.several_years");
  BOOST_TEST(told(well_formed(slots, {monday, open_end}, north)) == "/valid_to timetable.several_years");
}

// From 16 February to 11 December 2026 is one year in the south, and two in the north; what begins in November ends there by New Year.
BOOST_AUTO_TEST_CASE(whose_turn_is_that_of_the_unit) {
  const AddSlots slots = one({.weekday = calendar::Weekday::monday, .begins = {480}, .ends = {540}});
  const Date february{std::chrono::year{2026} / std::chrono::February / 16}, december{std::chrono::year{2026} / std::chrono::December / 12};
  BOOST_TEST(told(well_formed(slots, {february, december}, south)).empty());
  BOOST_TEST(told(well_formed(slots, {february, december}, north)) == "/valid_to timetable.several_years");
  const Date new_year{std::chrono::year{2027} / std::chrono::January / 1};
  BOOST_TEST(told(well_formed(slots, {monday, new_year}, south)).empty());
  BOOST_TEST(told(well_formed(slots, {monday, new_year + days{1}}, south)) == "/valid_to timetable.several_years");
  BOOST_TEST(told(well_formed(slots, {monday, new_year + days{1}}, north)).empty());
  BOOST_TEST(state_of(slots.items.front(), {7}, {february, december}, south).school_year == 2026);
  BOOST_TEST(state_of(slots.items.front(), {7}, {february, december}, north).school_year == 2025);
}

BOOST_AUTO_TEST_CASE(a_span_has_at_most_62_days) {
  BOOST_TEST(told(well_formed_span(monday, monday)).empty());
  BOOST_TEST(told(well_formed_span(monday, monday + days{61})).empty());
  BOOST_TEST(told(well_formed_span(monday, monday + days{62})) == "/last_day field.range");
  BOOST_TEST(told(well_formed_span(monday, monday - days{1})) == "/last_day period.empty");
}

BOOST_AUTO_TEST_CASE(a_single_lesson_is_a_slot_of_its_weekday) {
  for (int number = 0; number < 7; ++number) {
    const NewSlot slot = slot_of(AddLesson{.org_id = {}, .date = monday + days{number}, .begins = {480}, .ends = {540}});
    BOOST_TEST(static_cast<int>(slot.weekday) == number + 1);
  }
}

BOOST_AUTO_TEST_CASE(somebody_replaces) {
  BOOST_TEST(told(well_formed(Replace{})) == "/teacher_ids field.range");
  BOOST_TEST(told(well_formed(Replace{.id = {}, .teacher_ids = {{4}}})).empty());
  BOOST_TEST(told(well_formed(Replace{.id = {}, .teacher_ids = {{4}}, .subject_code = "", .reason = std::string(201, 'x')})) ==
             "/subject_code text.too_short; /reason text.too_long");
}

BOOST_AUTO_TEST_SUITE_END()
