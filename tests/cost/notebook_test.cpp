// What the lesson notebook and homework ask of the store is fixed, whatever the number of days, lessons, entries and homework.
#include <map>

#include "class_of.hpp"
#include "ent/calendar.hpp"
#include "ent/homework.hpp"
#include "ent/notebook.hpp"

namespace ent::test {
namespace {


timetable::AddSlots week(const ClassOf& world, Date monday, int lessons) {
  timetable::AddSlots slots{.org_id = world.org, .items = {}, .valid_to = monday + std::chrono::days{63}, .valid_from = monday};
  for (int number = 0; number < lessons; ++number) {
    timetable::NewSlot slot{.weekday = static_cast<calendar::Weekday>(number % 5 + 1),
                            .begins = {480 + number / 5 * 60},
                            .ends = {535 + number / 5 * 60}};
    slot.subject_code = "030201";
    slot.group_ids = {world.division};
    slot.teacher_ids = {world.teacher_person};
    slots.items.push_back(slot);
  }
  return slots;
}

/// An entry of each lesson of nine weeks, and homework for it; every other for two pupils alone.
void fill(ClassOf& world, Session& teacher, Date monday) {
  const auto lessons = must(timetable::lessons(
      teacher, {.first_day = monday, .last_day = monday + std::chrono::days{61}, .group_id = world.division}));
  bool named = true;
  for (const timetable::Lesson& lesson : lessons.items) {
    must(notebook::write(teacher, {.lesson_id = lesson.id, .text = "Fractions"}));
    homework::Set set{.group_id = world.division, .text = "Exercice 3", .due_lesson_id = lesson.id, .minutes = 20};
    set.subject_code = "030201";
    if (named) set.pupil_ids = {world.pupils[0], world.pupils[1]};
    must(homework::set(teacher, set));
    named = !named;
  }
  must(timetable::move_lesson(world.school.host, {.id = lessons.items.front().id, .begins = TimeOfDay{1000}}));
}

BOOST_DATA_TEST_CASE(notebooks_cost_the_same_statements_for_a_week_and_for_nine, engines(), place) {
  std::map<std::string, std::int64_t> statements;
  for (const int lessons : {2, 10}) {
    ClassOf world(place, 10);
    const Date monday = monday_after(world.school);
    must(timetable::add_slots(world.school.host, week(world, monday, lessons)));
    Session teacher = world.as(world.teacher_person, Profile::teacher);
    Session pupil = world.as(world.pupils[0], Profile::pupil);
    Session head = world.as(world.head_person, Profile::head);
    fill(world, teacher, monday);
    for (const int weeks : {1, 9}) {
      const Date last = monday + std::chrono::days{7 * weeks - 2};
      const auto all = static_cast<std::size_t>(lessons * weeks);
      const auto asked = [&](const std::string& what, std::size_t most, auto ask) {
        must(ask());
        world.counting->reset();
        const std::size_t found = must(ask()).items.size();
        BOOST_TEST_CONTEXT(what << ", " << lessons << " lessons a week, " << weeks << " weeks: " << found) {
          const Count count = world.counting->count();
          BOOST_TEST_MESSAGE(what << ", " << found << " items: " << count);
          BOOST_TEST(found > 0U);
          BOOST_TEST(found <= most);
          BOOST_TEST(statements.emplace(what, count.statements).first->second == count.statements);
        }
      };
      asked("homework of a pupil", all, [&] {
        return homework::list(pupil, {.first_day = monday, .last_day = last, .org_id = world.org, .pupil_id = world.pupils[0]});
      });
      asked("homework of a class", all, [&] {
        return homework::list(teacher, {.first_day = monday, .last_day = last, .group_id = world.division});
      });
      asked("homework of a teacher", all, [&] {
        return homework::list(head, {.first_day = monday, .last_day = last, .org_id = world.org, .teacher_id = world.teacher_person});
      });
      asked("load of a class", 5U * static_cast<std::size_t>(weeks), [&] {
        return homework::workload(teacher, {.first_day = monday, .last_day = last, .group_id = world.division});
      });
      asked("load of a pupil", 5U * static_cast<std::size_t>(weeks), [&] {
        return homework::workload(pupil, {.first_day = monday, .last_day = last, .org_id = world.org, .pupil_id = world.pupils[0]});
      });
      asked("entries of a pupil", all, [&] {
        return notebook::entries(pupil, {.first_day = monday, .last_day = last, .org_id = world.org, .pupil_id = world.pupils[0]});
      });
      asked("entries of a class", all, [&] {
        return notebook::entries(teacher, {.first_day = monday, .last_day = last, .group_id = world.division});
      });
      asked("entries of a teacher", all, [&] {
        return notebook::entries(head, {.first_day = monday, .last_day = last, .org_id = world.org, .teacher_id = world.teacher_person});
      });
    }
  }
}

}  // namespace
}  // namespace ent::test
