#include "timetable/load.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "calendar/functions.hpp"
#include "group/lookups.hpp"
#include "org/functions.hpp"
#include "person/cards.hpp"
#include "room/functions.hpp"
#include "subject/functions.hpp"
#include "timetable/rows.hpp"
#include "timetable/rules.hpp"

namespace ent::timetable {
namespace {

/// What lessons name, to be asked for at once.
struct Names {
  std::vector<group::Shown> groups;
  std::vector<person::MemberCard> people;
  std::vector<room::Shown> rooms;
  std::map<std::pair<std::int64_t, std::string>, subject::Shown> subjects;
};

std::vector<std::int64_t> all_of(std::span<const Planned> lessons, Role role) {
  std::set<std::int64_t> found;
  for (const Planned& lesson : lessons) {
    for (const std::int64_t number : lesson.numbers(role)) found.insert(lesson.state->org << 32 | number);
  }
  return {found.begin(), found.end()};
}

std::map<std::pair<std::int64_t, std::string>, subject::Shown> subjects_of(unit::Unit& unit, std::span<const Planned> lessons) {
  std::set<std::string> codes;
  std::set<std::int64_t> orgs;
  for (const Planned& lesson : lessons) {
    if (lesson.subject().empty()) continue;
    codes.insert(lesson.subject());
    orgs.insert(lesson.state->org);
  }
  if (codes.empty()) return {};
  const auto lines = org::lines_of(unit, std::vector(orgs.begin(), orgs.end()), unit.at());
  return subject::shown_in(unit, lines, {codes.begin(), codes.end()});
}

Names names_of(unit::Unit& unit, std::span<const Planned> lessons) {
  return {group::shown(unit, all_of(lessons, Role::group)), person::cards_of(unit, all_of(lessons, Role::teacher)),
          room::shown(unit, all_of(lessons, Role::room)), subjects_of(unit, lessons)};
}

void name(Lesson& lesson, const Planned& planned, const Names& names) {
  const std::int64_t org = planned.state->org;
  const auto groups = planned.numbers(Role::group), members = planned.numbers(Role::teacher), rooms = planned.numbers(Role::room);
  for (const group::Shown& group : names.groups) {
    const GroupId id{group.id};
    if (id.establishment() == org && base::contains(groups, id.number())) lesson.groups.push_back({id, group.name});
  }
  for (const person::MemberCard& person : names.people) {
    if (person.org == org && base::contains(members, person.member)) lesson.teachers.push_back(person.card);
  }
  for (const room::Shown& room : names.rooms) {
    if (room.org == org && base::contains(rooms, room.room)) lesson.rooms.push_back({make_id<RoomId>(room.org, room.room), room.code});
  }
  std::ranges::sort(lesson.rooms, {}, &LessonRoom::code);
  const auto subject = names.subjects.find({org, planned.subject()});
  if (subject == names.subjects.end()) return;
  lesson.subject_name = subject->second.name;
  lesson.colour = subject->second.colour;
}

std::int64_t service_key(const group::StandIn& one) noexcept { return GroupId{one.group}.establishment() << 32 | one.service; }

Lesson bare(const Planned& planned, const calendar::Almanac& almanac) {
  const State& state = *planned.state;
  Lesson lesson;
  lesson.id = lesson_id(state.org, state.slot, planned.week);
  lesson.slot_id = make_id<SlotId>(state.org, state.slot);
  lesson.org_id = OrgId{state.org};
  lesson.kind = state.kind;
  lesson.date = planned.date;
  lesson.begins = TimeOfDay{planned.begins};
  lesson.ends = TimeOfDay{planned.ends};
  lesson.begins_at = almanac.instant_of(planned.date, lesson.begins);
  lesson.ends_at = almanac.instant_of(planned.date, lesson.ends);
  lesson.subject_code = base::unless_empty(planned.subject());
  lesson.label = base::unless_empty(state.label);
  if (planned.fact == nullptr) return lesson;
  lesson.cancelled = planned.fact->cancelled;
  lesson.moved = planned.fact->moved();
  lesson.replaced = planned.fact->replaced();
  lesson.reason = base::unless_empty(planned.fact->reason);
  if (planned.date != planned.planned || planned.begins != state.begins) {
    lesson.planned_date = planned.planned;
    lesson.planned_begins = TimeOfDay{state.begins};
  }
  return lesson;
}

}  // namespace

Timetable load(unit::Unit& unit, std::span<const std::int64_t> slots, Date first, Date last) {
  std::set<std::int64_t> orgs;
  for (const std::int64_t slot : slots) orgs.insert(slot >> 32);
  Timetable timetable{rows::states(unit, slots), rows::facts(unit, slots, first, last),
                      calendar::almanacs_of(unit, std::vector(orgs.begin(), orgs.end()), first, last)};
  follow_groups(unit, timetable, first, last);
  return timetable;
}

void follow_groups(unit::Unit& unit, Timetable& timetable, Date first, Date last) {
  std::set<std::int64_t> groups;
  for (const State& state : timetable.states) {
    for (const std::int64_t group : numbers_of(state.parts, Role::group)) groups.insert(state.org << 32 | group);
  }
  auto terms = group::terms_of(unit, std::vector(groups.begin(), groups.end()), first, last);
  if (!terms.stand_ins.empty()) {  // who takes single lessons over gives these alone
    std::vector<std::int64_t> services;
    for (const group::StandIn& one : terms.stand_ins) services.push_back(service_key(one));
    std::ranges::sort(services);
    const auto of_lessons = rows::opened_by_substitutions(unit, services);
    std::erase_if(terms.stand_ins, [&](const group::StandIn& one) { return std::ranges::binary_search(of_lessons, service_key(one)); });
  }
  set_terms(timetable, terms);
}

std::optional<Found> find_lesson(unit::Unit& unit, LessonId id, const std::optional<Date>& also) {
  const std::int64_t slot = id.establishment() << 32 | slot_of(id);
  const std::int32_t week = week_of(id);
  Timetable timetable;
  timetable.states = rows::states(unit, std::span(&slot, 1));
  if (timetable.states.empty()) return std::nullopt;
  const Date midweek = timetable.states.front().origin + std::chrono::days{days_of_a_week * week + 3};
  timetable.facts = rows::facts(unit, std::span(&slot, 1), midweek, midweek);
  const auto fact = std::ranges::find(timetable.facts, week, &Fact::week);
  const auto lesson = lesson_of(timetable.states, week, fact == timetable.facts.end() ? nullptr : &*fact);
  if (!lesson) return std::nullopt;
  const auto [first, last] = std::minmax({lesson->planned, lesson->date, also.value_or(lesson->date)});
  auto almanac = calendar::almanac_of(unit, OrgId{id.establishment()}, first, last);
  if (!is_due(*lesson, almanac)) return std::nullopt;
  follow_groups(unit, timetable, first, last);
  return Found{std::move(timetable), *lesson, std::move(almanac)};
}

std::vector<Lesson> show(unit::Unit& unit, const Timetable& timetable, std::span<const Planned> lessons) {
  std::vector<Lesson> shown;
  if (lessons.empty()) return shown;
  const Names names = names_of(unit, lessons);
  for (const Planned& planned : lessons) {
    shown.push_back(bare(planned, timetable.almanacs.at(planned.state->org)));
    name(shown.back(), planned, names);
  }
  return shown;
}

std::vector<Slot> show(unit::Unit& unit, std::span<const State> states) {
  std::set<std::int64_t> members;
  for (const State& state : states) {
    for (const std::int64_t member : numbers_of(state.parts, Role::teacher)) members.insert(state.org << 32 | member);
  }
  std::map<std::int64_t, PersonId> people;
  for (const person::MemberCard& one : person::cards_of(unit, std::vector(members.begin(), members.end())))
    people.emplace(one.member, one.card.id);
  std::vector<Slot> slots;
  for (const State& state : states) {
    slots.push_back(shown(state));
    for (const std::int64_t member : numbers_of(state.parts, Role::teacher)) {
      const auto person = people.find(member);  // not there: merged with somebody who has the slot too
      if (person != people.end()) slots.back().teacher_ids.push_back(person->second);
    }
  }
  return slots;
}

}  // namespace ent::timetable
