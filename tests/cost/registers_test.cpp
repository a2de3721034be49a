// What registers of lessons ask of the store is fixed, whatever the size of the class and the number of lessons.
#include <map>
#include <vector>

#include "class_of.hpp"
#include "ent/attendance.hpp"
#include "ent/timetable.hpp"

namespace ent::test {
namespace {

/// So many lessons of the class on one Monday.
timetable::AddSlots day(const ClassOf& world, Date monday, int lessons) {
  timetable::AddSlots slots{.org_id = world.org, .items = {}, .valid_to = monday + std::chrono::days{7}, .valid_from = monday};
  for (int number = 0; number < lessons; ++number) {
    timetable::NewSlot slot{.weekday = calendar::Weekday::monday, .begins = {480 + number * 30}, .ends = {510 + number * 30}};
    slot.group_ids = {world.division};
    slot.teacher_ids = {world.teacher_person};
    slots.items.push_back(slot);
  }
  return slots;
}

BOOST_DATA_TEST_CASE(registers_of_lessons_cost_the_same_statements_for_few_and_for_many, engines(), place) {
  std::map<std::string, std::int64_t> statements;
  for (const std::size_t size : {5U, 30U}) {
    for (const int lessons : {2, 16}) {
      ClassOf world(place, size);
      const Date monday = monday_after(world.school);
      must(timetable::add_slots(world.school.host, day(world, monday, lessons)));
      world.school.clock->pass(monday - world.today + std::chrono::hours{8});  // after the last lesson
      Session head = world.as(world.head_person, Profile::head);
      const auto cost = [&](const std::string& what, auto&& call) {
        world.counting->reset();
        auto answer = must(call());
        const std::int64_t count = world.counting->count().statements;
        BOOST_TEST_CONTEXT(what) BOOST_TEST(statements.emplace(what, count).first->second == count);
        BOOST_TEST_MESSAGE(what << ", " << lessons << " lessons, a class of " << size << ": " << world.counting->count());
        return answer;
      };
      const auto asked = [&] { return attendance::registers(head, {.org_id = world.org, .date = monday}); };
      must(asked());
      const auto registers = cost("registers", asked).items;
      BOOST_REQUIRE(registers.size() == static_cast<std::size_t>(lessons));
      BOOST_TEST(registers.front().called == static_cast<std::int32_t>(size));
      std::vector<attendance::Mark> absent;
      for (const PersonId pupil : world.pupils) absent.push_back({.pupil_id = pupil, .kind = attendance::Kind::absence});
      must(attendance::take(head, {.marks = absent, .lesson_id = registers.front().lesson_id}));
      const auto taken = cost("take", [&] { return attendance::take(head, {.marks = {}, .lesson_id = registers.back().lesson_id}); });
      BOOST_TEST(taken.called == static_cast<std::int32_t>(size));
      cost("of_division", [&] { return attendance::of_division(head, {.group_id = world.division, .first_date = monday}); });
      const auto unjustified = cost("unjustified", [&] { return attendance::unjustified(head, {.org_id = world.org, .first_date = monday}); });
      BOOST_TEST(unjustified.items.size() == size);
      const auto board = cost("board", [&] { return attendance::board(head, {.org_id = world.org, .date = monday}); });
      BOOST_TEST(board.entries.size() == size);
      cost("get_register", [&] { return attendance::get_register(head, {.lesson_id = registers.back().lesson_id}); });
    }
  }
}

}  // namespace
}  // namespace ent::test
