// What the timetable asks of the store is fixed, whatever the number of days, of lessons and of what was said of them; and
// a teacher of two schools is known to be busy in the other one.
#include <map>

#include "class_of.hpp"
#include "ent/timetable.hpp"

namespace ent::test {
namespace {

timetable::AddSlots week(OrgId org, Date monday, GroupId group, PersonId teacher, int lessons) {
  timetable::AddSlots slots{.org_id = org, .items = {}, .valid_to = monday + std::chrono::days{63}, .valid_from = monday};
  for (int number = 0; number < lessons; ++number) {
    timetable::NewSlot slot{.weekday = static_cast<calendar::Weekday>(number % 5 + 1),
                            .begins = {480 + number / 5 * 60},
                            .ends = {535 + number / 5 * 60}};
    slot.group_ids = {group};
    slot.teacher_ids = {teacher};
    slots.items.push_back(slot);
  }
  return slots;
}

BOOST_DATA_TEST_CASE(lessons_cost_the_same_statements_for_a_day_and_for_nine_weeks, engines(), place) {
  std::map<std::string, std::int64_t> statements;
  const auto expect_same = [&](const std::string& what, std::int64_t count) {
    BOOST_TEST_CONTEXT(what) BOOST_TEST(statements.emplace(what, count).first->second == count);
  };
  for (const int lessons : {5, 30}) {
    ClassOf world(place, 10);
    const Date monday = monday_after(world.school);
    must(timetable::add_slots(world.school.host, week(world.org, monday, world.division, world.teacher_person, lessons)));
    Session head = world.as(world.head_person, Profile::head);
    for (const int days : {7, 62}) {
      const Date last = monday + std::chrono::days{days - 1};
      const auto asked = [&](const std::string& what, const timetable::ListLessons& input) {
        must(timetable::lessons(head, input));
        world.counting->reset();
        const auto found = must(timetable::lessons(head, input)).items;
        BOOST_TEST(found.size() == static_cast<std::size_t>(lessons) * static_cast<std::size_t>((days + 2) / 7));
        expect_same(what, world.counting->count().statements);
        BOOST_TEST_MESSAGE(what << ", " << found.size() << " lessons: " << world.counting->count());
        return found;
      };
      const auto of_class = asked("of a class", {.first_day = monday, .last_day = last, .group_id = world.division});
      asked("of a pupil",
            {.first_day = monday, .last_day = last, .org_id = world.org, .person_id = world.pupils.front()});
      asked("of a teacher",
            {.first_day = monday, .last_day = last, .org_id = world.org, .person_id = world.teacher_person});
      if (days == 7) must(timetable::cancel_lesson(head, {.id = of_class.front().id, .reason = "Sortie"}));
      world.counting->reset();
      must(timetable::clashes(head, {.org_id = world.org, .first_day = monday, .last_day = last}));
      expect_same("clashes", world.counting->count().statements);
    }
  }
}

BOOST_DATA_TEST_CASE(a_teacher_of_two_schools_cannot_be_in_both, engines(), place) {
  ClassOf world(place, 2);
  const Date monday = monday_after(world.school);
  const Date birth = std::chrono::year{1980} / 4 / 2;
  const PersonId teacher = world.school.person("Luc", "Durand", birth);
  const OrgId lycee = must(org::add(world.school.host, {.kind = org::Kind::establishment,
                                                        .code = "0951098C",
                                                        .name = "Lycée des Ormes",
                                                        .degree = org::Degree::second}))
                          .id;
  must(person::add(world.school.host, {.org_id = lycee,
                                       .family_name = "Durand",
                                       .given_name = "Luc",
                                       .birth_date = birth,
                                       .on_match = person::OnMatch::take}));
  const GroupId other = must(group::add(world.school.host, {.org_id = lycee, .kind = group::Kind::division, .name = "2de A", .code = "2A"})).id;
  const auto here = must(timetable::add_slots(world.school.host, week(world.org, monday, world.division, teacher, 1)));
  auto there = week(lycee, monday, other, teacher, 1);
  there.items.front().begins = {500};
  there.items.front().ends = {600};
  must(timetable::add_slots(world.school.host, there));
  Session head = world.as(world.head_person, Profile::head);
  const auto found = must(timetable::clashes(head, {.org_id = world.org, .first_day = monday, .last_day = monday})).items;
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST((found[0].shared == timetable::Shared::teacher));
  BOOST_TEST((found[0].other_org_id == lycee));
  BOOST_TEST((found[0].person_ids == std::vector{teacher}));
  BOOST_TEST(found[0].begins.minutes == 500);
  BOOST_TEST(found[0].ends.minutes == 535);
  const LessonId lesson = found[0].lesson_id;
  BOOST_TEST(lesson.establishment() == world.org.value);
  BOOST_TEST(!must(timetable::can_place(head, {.id = lesson, .begins = TimeOfDay{540}})).fits);
  BOOST_TEST(must(timetable::can_place(head, {.id = lesson, .begins = TimeOfDay{600}})).fits);
  BOOST_TEST(must(timetable::can_place(head, {.id = lesson, .date = monday + std::chrono::days{1}})).fits);
}

}  // namespace
}  // namespace ent::test
