#include "timetable/functions.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/contains.hpp"
#include "calendar/functions.hpp"
#include "group/lookups.hpp"
#include "timetable/rows.hpp"
#include "unit/dates.hpp"

namespace ent::timetable {
namespace {

constexpr unit::Sql select_moved{
    "SELECT DISTINCT c.slot, c.week FROM lesson_change c WHERE c.org = $1 AND c.moved_to >= $2 AND c.moved_to <= $3 "
    "ORDER BY c.slot, c.week"};

Agenda agenda_of(unit::Unit& unit, std::span<const std::int64_t> keys, Date first, Date last) {
  Agenda agenda{load(unit, rows::slots_of(unit, keys, first, last), first, last)};
  agenda.lessons = plan(agenda.timetable, first, last);
  return agenda;
}

/// The day in the middle of the week of a lesson: whatever its day is, it is at most three days away.
Date midweek(Date origin, std::int64_t number) {
  return origin + std::chrono::days{days_of_a_week * (number % weeks_of_a_slot) + days_of_a_week / 2};
}

std::span<const State> states_of(const Timetable& timetable, std::int64_t slot) {
  const auto range = std::ranges::equal_range(timetable.states, slot, {}, &State::slot);
  return {range.begin(), range.end()};
}

const Fact* fact_of(const Timetable& timetable, std::int64_t slot, std::int32_t week) {
  const auto place = std::ranges::lower_bound(timetable.facts, std::tuple(slot, week), {},
                                              [](const Fact& fact) { return std::tuple(fact.slot, fact.week); });
  return place != timetable.facts.end() && place->slot == slot && place->week == week ? &*place : nullptr;
}

/// Knows what the calendar says on the days of its lessons, and drops those that are not due in their weeks.
void follow_calendar(unit::Unit& unit, OrgId org, Agenda& agenda) {
  if (agenda.lessons.empty()) return;
  Date first = Date::max(), last = Date::min();
  for (const Planned& lesson : agenda.lessons) {
    first = std::min({first, lesson.planned, lesson.date});
    last = std::max({last, lesson.planned, lesson.date});
  }
  const auto& almanac =
      agenda.timetable.almanacs.emplace(org.value, calendar::almanac_of(unit, org, first, last)).first->second;
  std::erase_if(agenda.lessons, [&](const Planned& lesson) { return !is_due(lesson, almanac); });
}

}  // namespace

Agenda lessons_of_member(unit::Unit& unit, OrgId org, std::int64_t member, Date first, Date last) {
  const auto attendances = group::attended(unit, org, member, first, last);
  std::vector<std::int64_t> keys{rows::key_of(Role::teacher, org.value, member)};
  for (const group::Attendance& one : attendances)
    keys.push_back(rows::key_of(Role::group, org.value, GroupId{one.group}.number()));
  Agenda agenda = agenda_of(unit, keys, first, last);
  std::erase_if(agenda.lessons, [&](const Planned& lesson) {
    const auto groups = lesson.numbers(Role::group);
    const bool attends = std::ranges::any_of(attendances, [&](const group::Attendance& one) {
      return base::contains(groups, GroupId{one.group}.number()) && one.period.from <= lesson.date && lesson.date < one.period.to;
    });
    return !attends && !base::contains(lesson.numbers(Role::teacher), member) &&
           !base::contains(numbers_of(lesson.state->parts, Role::teacher), member);
  });
  return agenda;
}

Agenda lessons_of_group(unit::Unit& unit, GroupId group, Date first, Date last) {
  const auto groups = group::with_drawn(unit, group);
  std::vector<std::int64_t> keys;
  for (const std::int64_t one : groups) keys.push_back(rows::key_of(Role::group, group.establishment(), one));
  Agenda agenda = agenda_of(unit, keys, first, last);
  std::erase_if(agenda.lessons, [&](const Planned& lesson) {
    return std::ranges::none_of(lesson.numbers(Role::group), [&](std::int64_t one) { return base::contains(groups, one); });
  });
  return agenda;
}

Agenda lessons_in_room(unit::Unit& unit, RoomId room, Date first, Date last) {
  const std::int64_t key = rows::key_of(Role::room, room.establishment(), room.number());
  Agenda agenda = agenda_of(unit, std::span(&key, 1), first, last);
  std::erase_if(agenda.lessons,
                [&](const Planned& lesson) { return !base::contains(lesson.numbers(Role::room), room.number()); });
  return agenda;
}

Agenda lessons_at(unit::Unit& unit, OrgId org, std::span<const std::int64_t> numbers) {
  const std::set<std::int64_t> wanted(numbers.begin(), numbers.end());
  std::set<std::int64_t> slots;
  for (const std::int64_t number : wanted) slots.insert(org.value << 32 | number / weeks_of_a_slot);
  const std::vector<std::int64_t> keys(slots.begin(), slots.end());
  Agenda agenda;
  agenda.timetable.states = rows::states(unit, keys);
  if (agenda.timetable.states.empty()) return agenda;
  Date first = Date::max(), last = Date::min();
  for (const std::int64_t number : wanted) {
    const auto states = states_of(agenda.timetable, number / weeks_of_a_slot);
    if (states.empty()) continue;
    first = std::min(first, midweek(states.front().origin, number));
    last = std::max(last, midweek(states.front().origin, number));
  }
  agenda.timetable.facts = rows::facts(unit, keys, first, last);
  for (const std::int64_t number : wanted) {
    const std::int64_t slot = number / weeks_of_a_slot;
    const auto week = static_cast<std::int32_t>(number % weeks_of_a_slot);
    const auto lesson = lesson_of(states_of(agenda.timetable, slot), week, fact_of(agenda.timetable, slot, week));
    if (lesson) agenda.lessons.push_back(*lesson);
  }
  follow_calendar(unit, org, agenda);
  return agenda;
}

std::vector<std::int64_t> moved_to(unit::Unit& unit, OrgId org, Date first, Date last) {
  unit::Rows rows = unit.query(select_moved, org.value, unit::day(first), unit::day(last));
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(rows.integer(0) * weeks_of_a_slot + rows.integer(1));
  return found;
}

std::int64_t number_of(const Planned& lesson) noexcept {
  return lesson.state->slot * weeks_of_a_slot + lesson.week;
}

}  // namespace ent::timetable
