#include "attendance/states.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "attendance/entry.hpp"
#include "attendance/opening.hpp"
#include "attendance/registers.hpp"
#include "base/contains.hpp"
#include "calendar/functions.hpp"
#include "group/lookups.hpp"
#include "group/roll.hpp"
#include "person/cards.hpp"
#include "timetable/dated.hpp"

namespace ent::attendance {
namespace {

using timetable::Dated;

void add_taken(RegisterState& state, const rows::RegisterRow& row) {
  state.taken = true;
  state.called = row.called;
  state.present = row.called - row.absent;
  state.absent = row.absent;
  state.taken_at = row.taken_at;
}

/// `wanted`: also those that are not taken.
std::vector<RegisterState> of_half_days(unit::Unit& unit, const access::VisibleGroups& visible, const calendar::Almanac& almanac,
                                        OrgId org, Date date, bool wanted) {
  std::vector<RegisterState> states;
  const auto divisions = group::divisions(unit, visible, org, date);
  const auto sizes = group::division_sizes(unit, org, date);
  const auto taken = rows::registers_of_day(unit, org, date);
  for (const OpenHalf& open : open_halves(almanac, {date, date})) {
    for (const group::Named& division : divisions) {
      RegisterState state{.division_id = make_id<GroupId>(org.value, division.group), .half_day = open.half};
      state.division = division.name;
      state.begins = time_of(open.from);
      state.ends = time_of(open.to);
      const auto size = std::ranges::find(sizes, division.group, &group::Size::group);
      state.called = size == sizes.end() ? 0 : size->pupils;
      const auto row = std::ranges::find_if(taken, [&](const rows::RegisterRow& one) {
        return one.key.group == division.group && one.key.half == static_cast<std::int32_t>(open.half);
      });
      if (row != taken.end()) add_taken(state, *row);
      if (wanted || state.taken) states.push_back(std::move(state));
    }
  }
  return states;
}

/// Lessons that have a register, and what they name.
struct Lessons {
  std::vector<Dated> items{};
  std::vector<group::Shown> groups{};
  std::vector<person::MemberCard> teachers{};
  std::vector<group::InGroup> pupils{};
  std::vector<rows::RegisterRow> taken{};
};

bool is_visible(const access::VisibleGroups& visible, OrgId org, const Dated& lesson) {
  return base::contains(visible.orgs, org.value) || std::ranges::any_of(lesson.groups, [&](std::int64_t group) {
           return base::contains(visible.groups, org.value << 32 | group);
         });
}

Lessons named(unit::Unit& unit, OrgId org, Date date, std::vector<Dated> items) {
  std::set<std::int64_t> groups, ids, members;
  std::vector<std::int64_t> numbers;
  for (const Dated& lesson : items) {
    for (const std::int64_t group : lesson.groups) ids.insert(org.value << 32 | group);
    for (const std::int64_t member : lesson.members) members.insert(org.value << 32 | member);
    groups.insert(lesson.groups.begin(), lesson.groups.end());
    numbers.push_back(lesson.id.number());
  }
  return {std::move(items), group::shown(unit, std::vector(ids.begin(), ids.end())),
          person::cards_of(unit, std::vector(members.begin(), members.end())),
          group::called_in_each(unit, org, std::vector(groups.begin(), groups.end()), date), rows::registers_of_lessons(unit, org, numbers)};
}

RegisterState state_of(const Lessons& lessons, const calendar::Almanac& almanac, const Dated& lesson) {
  RegisterState state{.lesson_id = lesson.id};
  state.begins = lesson.begins;
  state.ends = lesson.ends;
  if (!lesson.subject.empty()) state.subject_code = lesson.subject;
  for (const group::Shown& group : lessons.groups) {
    if (base::contains(lesson.groups, GroupId{group.id}.number())) state.division += (state.division.empty() ? "" : ", ") + group.name;
  }
  for (const person::MemberCard& teacher : lessons.teachers) {
    if (base::contains(lesson.members, teacher.member)) state.teachers.push_back(teacher.card);
  }
  std::set<std::int64_t> pupils;
  for (const group::InGroup& one : lessons.pupils) {
    if (base::contains(lesson.groups, one.group)) pupils.insert(one.member);
  }
  state.called = static_cast<std::int32_t>(pupils.size());
  const auto row = std::ranges::find_if(
      lessons.taken, [&](const rows::RegisterRow& one) { return one.key.lesson == lesson.id.number(); });
  if (row != lessons.taken.end() && may_be_of(almanac, row->taken_at, lesson.date, lesson.begins)) add_taken(state, *row);
  return state;
}

}  // namespace

bool has_roll(const Dated& lesson) noexcept { return lesson.kind == timetable::Kind::lesson && !lesson.groups.empty(); }

bool is_called(const Dated& lesson) noexcept { return !lesson.cancelled && has_roll(lesson); }

std::vector<RegisterState> states_of(unit::Unit& unit, const access::VisibleGroups& visible, const org::View& school, Date date) {
  auto lessons = timetable::dated_on(unit, school.id, date);
  const bool by_lesson = school.degree != org::Degree::first && std::ranges::any_of(lessons, has_roll);
  std::erase_if(lessons, [&](const Dated& lesson) { return lesson.cancelled || !is_visible(visible, school.id, lesson); });
  const auto almanac = calendar::almanac_of(unit, school.id, date, date);
  auto states = of_half_days(unit, visible, almanac, school.id, date, !by_lesson);
  const Lessons shown = named(unit, school.id, date, std::move(lessons));
  for (const Dated& lesson : shown.items) {
    RegisterState state = state_of(shown, almanac, lesson);
    if (state.taken || (by_lesson && is_called(lesson))) states.push_back(std::move(state));
  }
  return states;
}

}  // namespace ent::attendance
