#include "timetable/functions.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/contains.hpp"
#include "base/unit_key.hpp"
#include "calendar/functions.hpp"
#include "group/lookups.hpp"
#include "timetable/rows.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"

namespace ent::timetable {
namespace {

constexpr unit::Sql select_moved{
    "SELECT DISTINCT c.org, c.slot, c.week FROM EACH($1) v CROSS JOIN lesson_change c "
    "WHERE c.org = v.value AND c.moved_to >= $2 AND c.moved_to <= $3 ORDER BY c.org, c.slot, c.week"};

Agenda agenda_of(unit::Unit& unit, std::span<const std::int64_t> keys, Date first, Date last) {
  Agenda agenda{load(unit, rows::slots_of(unit, keys, first, last), first, last)};
  agenda.lessons = plan(agenda.timetable, first, last);
  return agenda;
}

/// The day in the middle of the week of a lesson: whatever its day is, it is at most three days away.
Date midweek(Date origin, std::int64_t number) {
  return origin + std::chrono::days{days_of_a_week * (number % weeks_of_a_slot) + days_of_a_week / 2};
}


/// The slot of a lesson as org << 32 | slot.
std::int64_t slot_key(LessonId id) noexcept { return id.establishment() << 32 | slot_of(id); }

std::int64_t slot_key(const State& state) noexcept { return state.org << 32 | state.slot; }

std::span<const State> states_of(const Timetable& timetable, std::int64_t slot) {
  const auto range = std::ranges::equal_range(timetable.states, slot, {}, [](const State& state) { return slot_key(state); });
  return {range.begin(), range.end()};
}

const Fact* fact_of(const Timetable& timetable, LessonId id) {
  const std::tuple key(id.establishment(), slot_of(id), week_of(id));
  const auto key_of = [](const Fact& fact) { return std::tuple(fact.org, fact.slot, fact.week); };
  const auto place = std::ranges::lower_bound(timetable.facts, key, {}, key_of);
  return place != timetable.facts.end() && key_of(*place) == key ? &*place : nullptr;
}

/// Knows what the calendars say on the days of its lessons, and what their groups do, and drops those that are not due in their weeks.
void follow_calendars(unit::Unit& unit, Agenda& agenda) {
  if (agenda.lessons.empty()) return;
  Date first = Date::max(), last = Date::min();
  std::set<std::int64_t> orgs;
  for (const Planned& lesson : agenda.lessons) {
    first = std::min({first, lesson.planned, lesson.date});
    last = std::max({last, lesson.planned, lesson.date});
    orgs.insert(lesson.state->org);
  }
  auto& almanacs = agenda.timetable.almanacs;
  almanacs = calendar::almanacs_of(unit, std::vector(orgs.begin(), orgs.end()), first, last);
  std::erase_if(agenda.lessons, [&](const Planned& lesson) { return !is_due(lesson, almanacs.at(lesson.state->org)); });
  follow_groups(unit, agenda.timetable, first, last);
}

}  // namespace

Agenda lessons_of_member(unit::Unit& unit, Perm perm, OrgId org, const person::Member& whose, Date first, Date last) {
  const auto stays = group::attended_as_shown(unit, perm, org, whose, first, last);
  const std::int64_t teacher = org.value << 32 | whose.member;
  Agenda agenda = lessons_among(unit, unit::numbers(stays, &group::Attendance::group), std::span(&teacher, 1), first, last);
  std::erase_if(agenda.lessons, [&](const Planned& lesson) { return !attends(lesson, stays) && !gives(lesson, teacher); });
  return agenda;
}

Agenda lessons_among(unit::Unit& unit, std::span<const std::int64_t> groups, std::span<const std::int64_t> teachers, Date first,
                     Date last) {
  std::set<std::int64_t> keys = keys_of_teachers(unit, teachers, first, last);
  for (const std::int64_t group : groups)
    keys.insert(rows::key_of(Role::group, GroupId{group}.establishment(), GroupId{group}.number()));
  return agenda_of(unit, std::vector(keys.begin(), keys.end()), first, last);
}

std::set<std::int64_t> keys_of_teachers(unit::Unit& unit, std::span<const std::int64_t> teachers, Date first, Date last) {
  std::set<std::int64_t> members(teachers.begin(), teachers.end()), keys;
  std::vector<std::int64_t> found(members.begin(), members.end());
  while (!found.empty()) {  // once, where nobody stands in for anybody
    found = group::replaced_by(unit, found, first, last);
    std::erase_if(found, [&](std::int64_t member) { return !members.insert(member).second; });
  }
  for (const std::int64_t member : members) keys.insert(rows::key_of(Role::teacher, base::unit_of(member), base::number_of(member)));
  return keys;
}

bool attends(const Planned& lesson, std::span<const group::Attendance> stays) {
  const auto groups = lesson.numbers(Role::group);
  return std::ranges::any_of(stays, [&](const group::Attendance& one) {
    const GroupId group{one.group};
    return group.establishment() == lesson.state->org && base::contains(groups, group.number()) &&
           one.period.contains(lesson.date);
  });
}

bool gives(const Planned& lesson, std::int64_t member) {
  const std::int64_t number = base::number_of(member);
  return lesson.state->org == base::unit_of(member) && (base::contains(lesson.numbers(Role::teacher), number) ||
                                               base::contains(numbers_of(lesson.state->parts, Role::teacher), number));
}

Agenda lessons_of_group(unit::Unit& unit, Perm perm, GroupId group, Date first, Date last) {
  const auto groups = group::with_drawn(unit, group);
  std::vector<std::int64_t> keys;
  for (const std::int64_t one : groups) keys.push_back(rows::key_of(Role::group, group.establishment(), one));
  Agenda agenda = agenda_of(unit, keys, first, last);
  std::erase_if(agenda.lessons, [&](const Planned& lesson) {
    const auto of_lesson = lesson.numbers(Role::group);
    return std::ranges::none_of(of_lesson, [&](std::int64_t one) { return base::contains(groups, one); }) ||
           std::ranges::none_of(of_lesson, [&](std::int64_t one) {
             return unit.sees(perm, {.org = group.establishment(), .group = one}).has_value();
           });
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
  std::vector<std::int64_t> ids;
  for (const std::int64_t number : numbers) ids.push_back(org.value << 32 | number);
  return lessons_at(unit, ids);
}

Agenda lessons_at(unit::Unit& unit, std::span<const std::int64_t> ids) {
  const std::set<std::int64_t> wanted(ids.begin(), ids.end());
  std::set<std::int64_t> slots;
  for (const std::int64_t id : wanted) slots.insert(slot_key(LessonId{id}));
  const std::vector<std::int64_t> keys(slots.begin(), slots.end());
  Agenda agenda;
  agenda.timetable.states = rows::states(unit, keys);
  if (agenda.timetable.states.empty()) return agenda;
  Date first = Date::max(), last = Date::min();
  for (const std::int64_t id : wanted) {
    const auto states = states_of(agenda.timetable, slot_key(LessonId{id}));
    if (states.empty()) continue;
    first = std::min(first, midweek(states.front().origin, LessonId{id}.number()));
    last = std::max(last, midweek(states.front().origin, LessonId{id}.number()));
  }
  agenda.timetable.facts = rows::facts(unit, keys, first, last);
  for (const std::int64_t one : wanted) {
    const LessonId id{one};
    const auto lesson = lesson_of(states_of(agenda.timetable, slot_key(id)), week_of(id), fact_of(agenda.timetable, id));
    if (lesson) agenda.lessons.push_back(*lesson);
  }
  follow_calendars(unit, agenda);
  return agenda;
}

Agenda lessons_taken_over(unit::Unit& unit, std::span<const std::int64_t> slots, Date first, Date last) {
  Agenda agenda;
  agenda.timetable.facts = rows::facts(unit, slots, first, last);
  std::set<std::int64_t> told;
  for (const Fact& fact : agenda.timetable.facts) {
    if (fact.teachers && !fact.cancelled) told.insert(fact.org << 32 | fact.slot);
  }
  agenda.timetable.states = rows::states(unit, std::vector(told.begin(), told.end()));
  agenda.lessons = told_of(agenda.timetable);
  std::erase_if(agenda.lessons, [&](const Planned& lesson) { return !lesson.taken_over() || lesson.date < first || lesson.date > last; });
  follow_calendars(unit, agenda);
  return agenda;
}

std::vector<std::int64_t> moved_to(unit::Unit& unit, std::span<const std::int64_t> orgs, Date first, Date last) {
  unit::Rows rows = unit.query(select_moved, orgs, unit::day(first), unit::day(last));
  std::vector<std::int64_t> found;
  while (rows.next()) found.push_back(lesson_id(rows.integer(0), rows.integer(1), rows.int32(2)).value);
  return found;
}

std::int64_t number_of(const Planned& lesson) noexcept {
  return lesson.state->slot * weeks_of_a_slot + lesson.week;
}

LessonId id_of(const Planned& lesson) noexcept { return lesson_id(lesson.state->org, lesson.state->slot, lesson.week); }

}  // namespace ent::timetable
