#include "attendance/roll.hpp"

#include <algorithm>

#include "attendance/opening.hpp"
#include "attendance/target.hpp"
#include "base/error.hpp"
#include "calendar/functions.hpp"
#include "group/roll.hpp"
#include "person/functions.hpp"
#include "timetable/dated.hpp"
#include "unit/dates.hpp"

namespace ent::attendance {
namespace {

constexpr std::string_view no_lesson = "timetable.no_lesson";

std::optional<Error> expect_division(const std::optional<group::Named>& division, const std::optional<Span>& open) {
  if (!division) return base::fail(Errc::not_found, no_group);
  if (division->kind != group::Kind::division) return base::fail(Errc::failed_precondition, "attendance.not_a_division");
  if (!open) return base::fail(Errc::failed_precondition, "attendance.closed");
  return std::nullopt;
}

Roll of_half_day(unit::Unit& unit, GroupId division, Date date, HalfDay half) {
  Roll roll{.org = OrgId{division.establishment()}, .target = target_of(division), .not_found = no_group};
  const auto named = group::named(unit, division, date);
  roll.almanac = calendar::almanac_of(unit, roll.org, date, date);
  const auto open = open_half(*roll.almanac, date, half);
  roll.refusal = expect_division(named, open);
  roll.key = {unit::day(date), 0, division.number(), static_cast<std::int32_t>(half)};
  roll.date = date;
  roll.open = open.value_or(Span{});
  roll.in_charge = open.has_value();
  roll.groups = {division.number()};
  return roll;
}

/// A lesson without teachers is in the charge of whoever teaches its groups.
bool gives(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& members) {
  const std::int64_t actor = unit.actor().person;
  const auto found = person::members_of(unit, org, std::span(&actor, 1));
  return members.empty() || std::ranges::any_of(found, [&](const person::Member& one) {
           return std::ranges::find(members, one.member) != members.end();
         });
}

/// The group about which the right is asked.
std::int64_t group_of(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& groups, Perm perm) {
  const auto held = std::ranges::find_if(groups, [&](std::int64_t group) {
    return unit.sees(perm, {.org = org.value, .group = group, .met = access::met_slot}).has_value();
  });
  if (held != groups.end()) return *held;
  return groups.empty() ? 0 : groups.front();
}

Roll of_lesson(unit::Unit& unit, LessonId id, Perm perm) {
  Roll roll{.org = OrgId{id.establishment()}, .target = target_of(OrgId{id.establishment()}), .not_found = no_lesson};
  auto found = timetable::find_dated(unit, id);
  if (!found) {
    roll.refusal = base::fail(Errc::not_found, no_lesson);
    return roll;
  }
  const timetable::Dated& lesson = found->lesson;
  if (lesson.cancelled) roll.refusal = base::fail(Errc::failed_precondition, "timetable.cancelled");
  if (lesson.kind == timetable::Kind::pause) roll.refusal = base::fail(Errc::failed_precondition, "attendance.pause");
  roll.target.group = group_of(unit, roll.org, lesson.groups, perm);
  roll.key = {unit::day(lesson.date), id.number(), 0, 0};
  roll.date = lesson.date;
  roll.open = {minute_of(lesson.date, lesson.begins.minutes), minute_of(lesson.date, lesson.ends.minutes)};
  roll.groups = lesson.groups;
  roll.in_charge = gives(unit, roll.org, lesson.members);
  roll.almanac = std::move(found->almanac);
  return roll;
}

}  // namespace

Result<Roll> roll_of(unit::Unit& unit, const Which& which, Perm perm) {
  const bool half_day = which.division && which.date && which.half_day;
  const bool nothing_of_it = !which.division && !which.date && !which.half_day;
  if (which.lesson && nothing_of_it) return of_lesson(unit, *which.lesson, perm);
  if (!which.lesson && half_day) return of_half_day(unit, *which.division, *which.date, *which.half_day);
  return base::fail(Errc::invalid_argument, "attendance.one_register");
}

}  // namespace ent::attendance
