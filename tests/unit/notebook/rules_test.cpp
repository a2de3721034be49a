// What makes entries well-formed, and who gives a lesson.
#include "notebook/rules.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent;
using namespace ent::notebook;
using std::chrono::days;
using timetable::Role;

std::string told(const std::optional<Error>& error) {
  std::string text;
  if (!error) return text;
  for (const auto& field : error->fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
  return text.empty() ? error->reason : text;
}

const Date monday{std::chrono::year{2026} / std::chrono::September / 14};

/// A lesson of mathematics of the groups 1 and 2, which 7 gives.
timetable::State mathematics() {
  timetable::State state;
  state.subject = "MATHS";
  state.parts = {{Role::group, 1}, {Role::group, 2}, {Role::teacher, 7}};
  return state;
}

bool gives_by(std::int64_t member, group::Taught service, const timetable::Fact* fact = nullptr) {
  const timetable::State state = mathematics();
  return gives(timetable::Planned{&state, fact, 0, monday, monday, 480, 535}, member, std::span(&service, 1));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(notebook_rules)

BOOST_AUTO_TEST_CASE(an_entry_says_something) {
  BOOST_TEST(told(well_formed(WriteEntry{.lesson_id = {}, .text = " "})) == "/text text.too_short");
  BOOST_TEST(told(well_formed(WriteEntry{.lesson_id = {}, .text = std::string(10'000, 'x')})).empty());
  BOOST_TEST(told(well_formed(WriteEntry{.lesson_id = {}, .text = std::string(10'001, 'x')})) == "/text text.too_long");
}

BOOST_AUTO_TEST_CASE(one_thing_and_62_days_are_asked_for) {
  const GroupId group{4711};
  BOOST_TEST(told(well_formed(List{.first_day = monday, .last_day = monday + days{61}, .group_id = group})).empty());
  BOOST_TEST(told(well_formed(List{.first_day = monday, .last_day = monday + days{62}, .group_id = group})) ==
             "/last_day field.range");
  BOOST_TEST(told(well_formed(List{.first_day = monday, .last_day = monday - days{1}, .group_id = group})) ==
             "/last_day period.empty");
  BOOST_TEST(told(well_formed(List{.first_day = monday, .last_day = monday})) == "notebook.one_place");
  BOOST_TEST(told(well_formed(List{.first_day = monday, .last_day = monday, .teacher_id = PersonId{4}})) == "notebook.one_place");
}

BOOST_AUTO_TEST_CASE(whoever_takes_part_gives_the_lesson) {
  BOOST_TEST(gives_by(7, {}));
  BOOST_TEST(!gives_by(8, {}));
}

BOOST_AUTO_TEST_CASE(so_does_who_teaches_its_subject_to_one_of_its_groups) {
  BOOST_TEST(gives_by(8, {1, 2, 8, "MATHS"}));
  BOOST_TEST(gives_by(8, {1, 2, 8, ""}));
  BOOST_TEST(!gives_by(8, {1, 2, 8, "HIST"}));
  BOOST_TEST(!gives_by(8, {1, 3, 8, "MATHS"}));
  BOOST_TEST(!gives_by(8, {1, 2, 9, "MATHS"}));
}

BOOST_AUTO_TEST_CASE(who_was_replaced_does_not_give_it_but_by_a_service) {
  timetable::Fact fact;
  fact.teachers = true;
  fact.parts = {{Role::teacher, 8}};
  BOOST_TEST(gives_by(8, {}, &fact));
  BOOST_TEST(!gives_by(7, {}, &fact));
  BOOST_TEST(gives_by(7, {1, 1, 7, "MATHS"}, &fact));
}

BOOST_AUTO_TEST_SUITE_END()
