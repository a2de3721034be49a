// What makes homework well-formed, and what it adds up to.
#include "homework/rules.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent;
using namespace ent::homework;
using std::chrono::days;

std::string told(const std::optional<Error>& error) {
  std::string text;
  if (!error) return text;
  for (const auto& field : error->fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
  return text.empty() ? error->reason : text;
}

const Date monday{std::chrono::year{2026} / std::chrono::September / 14};
const GroupId division = make_id<GroupId>(3, 1), latin = make_id<GroupId>(3, 2), german = make_id<GroupId>(3, 3);

group::Attendance stay(GroupId group, std::int64_t member, Date from = monday, Date to = open_end) {
  return {group.value, member, {from, to}};
}

std::string shown(const std::vector<DayLoad>& loads) {
  std::string text;
  for (const DayLoad& load : loads) {
    text += (text.empty() ? "" : "; ") + std::to_string((load.date - monday).count()) + ": " + std::to_string(load.count) + " " +
            std::to_string(load.minutes);
  }
  return text;
}

Set due(std::optional<Date> day) {
  Set set;
  set.text = "Lire";
  set.due_on = day;
  return set;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(homework_rules)

BOOST_AUTO_TEST_CASE(it_has_one_due_a_text_and_minutes) {
  BOOST_TEST(told(well_formed(due(monday))).empty());
  BOOST_TEST(told(well_formed(due(std::nullopt))) == "homework.one_due");
  Set both = due(monday);
  both.due_lesson_id = LessonId{7};
  BOOST_TEST(told(well_formed(both)) == "homework.one_due");
  Set wrong = due(monday);
  wrong.text = std::string(5'001, 'x');
  wrong.minutes = 601;
  wrong.pupil_ids = {{1}, {2}, {1}};
  BOOST_TEST(told(well_formed(wrong)) == "/text text.too_long; /minutes field.range; /pupil_ids/2 field.repeated");
  wrong = due(monday);
  wrong.text = std::string(5'000, 'x');
  wrong.minutes = 600;
  for (int id = 1; id <= 200; ++id) wrong.pupil_ids.push_back({id});
  BOOST_TEST(told(well_formed(wrong)).empty());
  wrong.pupil_ids.push_back({201});
  BOOST_TEST(told(well_formed(wrong)) == "/pupil_ids field.range");
}

BOOST_AUTO_TEST_CASE(a_change_may_take_the_minutes_away) {
  BOOST_TEST(told(well_formed(Change{.id = {}, .minutes = 0})).empty());
  BOOST_TEST(told(well_formed(Change{.id = {}, .text = " ", .minutes = -1})) == "/text text.too_short; /minutes field.range");
  BOOST_TEST(told(well_formed(Change{.id = {}, .due_on = monday, .due_lesson_id = LessonId{7}})) == "homework.one_due");
}

BOOST_AUTO_TEST_CASE(it_is_due_neither_in_the_past_nor_before_it_is_set) {
  BOOST_TEST(told(check_due(monday, "/due_on", monday, monday)).empty());
  BOOST_TEST(told(check_due(monday - days{1}, "/due_on", monday - days{1}, monday)) == "/due_on homework.due_in_past");
  BOOST_TEST(told(check_due(monday, "/due_on", monday + days{1}, monday)) == "/due_on homework.due_before_set");
  BOOST_TEST(told(check_due(monday + days{400}, "/due_on", monday, monday)).empty());
  BOOST_TEST(!check_group(monday, "/due_on", std::nullopt));
  BOOST_TEST(!check_group(monday, "/due_on", monday + days{1}));
  BOOST_TEST(told(check_group(monday, "/due_on", monday)) == "/due_on homework.group_ended");
  BOOST_TEST(told(check_due(monday + days{401}, "/due_on", monday, monday)) == "/due_on field.range");
}

BOOST_AUTO_TEST_CASE(it_goes_with_its_lesson_but_not_to_before_it_is_set) {
  const Date planned = monday + days{4};
  BOOST_TEST((due_for_lesson(monday + days{9}, planned, monday) == monday + days{9}));
  BOOST_TEST((due_for_lesson(monday, planned, monday) == monday));
  BOOST_TEST((due_for_lesson(monday, planned, monday + days{1}) == planned));
  BOOST_TEST((due_for_lesson(monday, monday, monday + days{1}) == monday));  // neither day is left
}

BOOST_AUTO_TEST_CASE(one_thing_and_62_days_are_asked_for) {
  BOOST_TEST(told(well_formed(List{.first_day = monday, .last_day = monday + days{61}, .group_id = division})).empty());
  BOOST_TEST(told(well_formed(List{.first_day = monday, .last_day = monday + days{62}, .group_id = division})) ==
             "/last_day field.range");
  BOOST_TEST(told(well_formed(List{.first_day = monday, .last_day = monday - days{1}, .group_id = division})) ==
             "/last_day period.empty");
  BOOST_TEST(told(well_formed(List{.first_day = monday, .last_day = monday})) == "homework.one_place");
  BOOST_TEST(told(well_formed(List{.first_day = monday, .last_day = monday, .pupil_id = PersonId{4}})) == "homework.one_place");
  BOOST_TEST(told(well_formed(OfDays{.first_day = monday, .last_day = monday, .org_id = OrgId{3}, .group_id = division})) ==
             "homework.one_place");
  BOOST_TEST(told(well_formed(OfDays{.first_day = monday, .last_day = monday, .org_id = OrgId{3}, .pupil_id = PersonId{4}})).empty());
}

BOOST_AUTO_TEST_CASE(a_pupil_has_what_their_groups_have) {
  const std::vector<Burden> burdens{{division.value, monday, 20, false, {}},
                                    {latin.value, monday, 0, false, {}},
                                    {german.value, monday, 45, false, {}},
                                    {division.value, monday + days{2}, 10, true, {8}},
                                    {division.value, monday + days{3}, 10, true, {7}}};
  const std::vector stays{stay(division, 7), stay(latin, 7)};
  BOOST_TEST(shown(loads(burdens, stays, std::nullopt)) == "0: 2 20; 3: 1 10");
}

BOOST_AUTO_TEST_CASE(a_group_has_the_most_that_one_of_its_pupils_has) {
  // On Monday 7 has 20 and 15 in two pieces, 8 has 20 and 45; nobody has all three. The most pieces are 9's.
  const std::vector<Burden> burdens{{division.value, monday, 20, false, {}},
                                    {latin.value, monday, 15, false, {}},
                                    {german.value, monday, 45, false, {}},
                                    {division.value, monday, 5, true, {9}},
                                    {division.value, monday, 5, true, {9}},
                                    {latin.value, monday + days{1}, 30, false, {}}};
  const std::vector stays{stay(division, 7), stay(latin, 7), stay(division, 8), stay(german, 8), stay(division, 9)};
  BOOST_TEST(shown(loads(burdens, stays, division)) == "0: 3 65; 1: 1 30");
}

BOOST_AUTO_TEST_CASE(who_is_not_in_the_group_on_the_day_does_not_count) {
  // 7 leaves the division on Tuesday, and goes on with Latin.
  const std::vector<Burden> burdens{{latin.value, monday, 15, false, {}}, {latin.value, monday + days{1}, 30, false, {}}};
  const std::vector stays{stay(division, 7, monday, monday + days{1}), stay(latin, 7), stay(division, 8)};
  BOOST_TEST(shown(loads(burdens, stays, division)) == "0: 1 15");
}

BOOST_AUTO_TEST_CASE(a_group_whose_pupils_are_not_known_has_what_was_given_to_it) {
  const std::vector<Burden> burdens{{division.value, monday, 20, false, {}}, {latin.value, monday, 15, false, {}}};
  BOOST_TEST(shown(loads(burdens, {}, division)) == "0: 1 20");
}

BOOST_AUTO_TEST_SUITE_END()
