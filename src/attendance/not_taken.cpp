// The registers that somebody should have taken today.
#include <algorithm>
#include <set>
#include <tuple>

#include "attendance/functions.hpp"
#include "attendance/opening.hpp"
#include "attendance/several.hpp"
#include "attendance/states.hpp"
#include "base/contains.hpp"
#include "calendar/functions.hpp"
#include "group/lookups.hpp"
#include "group/several.hpp"
#include "unit/others.hpp"

namespace ent::attendance {
namespace {

using timetable::Dated;

bool has_lessons(const std::optional<org::Degree>& degree) { return degree != org::Degree::first; }

using Schools = std::map<std::int64_t, std::optional<org::Degree>>;

/// The schools in which it is the same day, their lessons that are looked at, and those that call the roll of lessons.
struct Today {
  Date date{};
  Schools schools{};
  std::vector<Dated> lessons{};
  std::set<std::int64_t> by_lesson{};
};

void note(Today& today, const std::vector<Dated>& lessons) {
  for (const Dated& lesson : lessons) {
    const std::int64_t org = lesson.id.establishment();
    const auto school = today.schools.find(org);
    if (school != today.schools.end() && has_lessons(school->second) && has_roll(lesson)) today.by_lesson.insert(org);
  }
}

/// Of the schools of the second degree, those of which it is not known yet.
std::vector<std::int64_t> unknown_of(const Today& today) {
  std::vector<std::int64_t> orgs;
  for (const auto& [org, degree] : today.schools) {
    if (has_lessons(degree) && !today.by_lesson.contains(org)) orgs.push_back(org);
  }
  return orgs;
}

/// Who gives a lesson today is in a school that calls the roll of lessons: the others' lessons are not asked for.
void add_lessons_of(unit::Unit& unit, const Callers& callers, Today& today) {
  if (!callers.all_lessons) {
    today.lessons = timetable::dated_by(unit, callers.members, today.date);
    note(today, today.lessons);
  }
  const auto orgs = unknown_of(today);
  if (orgs.empty()) return;
  auto lessons = timetable::dated_on(unit, orgs, today.date);
  note(today, lessons);
  if (callers.all_lessons) today.lessons = std::move(lessons);
}

/// Whose register the actor may take, of these groups given as public ids: asked about all of them together.
std::set<std::int64_t> taken_by_actor(unit::Unit& unit, const std::set<std::int64_t>& groups) {
  std::vector<access::Inquiry> asked;
  for (const std::int64_t id : groups) {
    const GroupId group{id};
    asked.push_back({Perm::attendance_take, {.org = group.establishment(), .group = group.number(), .met = access::met_slot}});
  }
  const auto seen = unit::Others::sees_all(unit, asked);
  std::set<std::int64_t> found;
  auto answer = seen.begin();
  for (const std::int64_t id : groups) {
    if (*answer++) found.insert(id);
  }
  return found;
}

using Almanacs = std::map<std::int64_t, calendar::Almanac>;

bool has_begun(const unit::Unit& unit, const Almanacs& almanacs, std::int64_t org, Date date, TimeOfDay begins) {
  return almanacs.at(org).instant_of(date, begins) <= unit.now();
}

/// By the clock of each school: spread over the world, they have up to two days at once.
std::vector<Today> days_by_clock(const unit::Unit& unit, const Schools& schools, const Almanacs& almanacs) {
  std::map<Date, Schools> by_day;
  for (const auto& [org, degree] : schools) by_day[almanacs.at(org).zone().date_at(unit.now())].emplace(org, degree);
  std::vector<Today> days;
  for (auto& [date, there] : by_day) days.push_back({date, std::move(there)});
  return days;
}

std::int64_t id_of(std::int64_t org, std::int64_t group) { return make_id<GroupId>(org, group).value; }

void add_groups(const Dated& lesson, std::set<std::int64_t>& groups) {
  for (const std::int64_t group : lesson.groups) groups.insert(id_of(lesson.id.establishment(), group));
}

/// The lessons that have begun, of groups whose register the actor may take.
std::vector<Dated> begun_of(unit::Unit& unit, const Today& today, const Almanacs& almanacs) {
  std::vector<Dated> begun;
  std::set<std::int64_t> groups;
  for (const Dated& lesson : today.lessons) {
    const std::int64_t org = lesson.id.establishment();
    if (!today.by_lesson.contains(org) || !is_called(lesson) || !has_begun(unit, almanacs, org, today.date, lesson.begins)) continue;
    begun.push_back(lesson);
    add_groups(lesson, groups);
  }
  const auto taken = taken_by_actor(unit, groups);
  std::erase_if(begun, [&](const Dated& lesson) {
    const std::int64_t org = lesson.id.establishment();
    return std::ranges::none_of(lesson.groups, [&](std::int64_t group) { return taken.contains(id_of(org, group)); });
  });
  return begun;
}

void add_lessons(unit::Unit& unit, const Today& today, const Almanacs& almanacs, std::vector<NotTaken>& found) {
  const std::vector<Dated> due = begun_of(unit, today, almanacs);
  std::vector<std::int64_t> ids;
  std::set<std::int64_t> groups;
  for (const Dated& lesson : due) {
    ids.push_back(lesson.id.value);
    add_groups(lesson, groups);
  }
  const auto taken = rows::taken_of_lessons(unit, ids);
  const auto names = group::shown(unit, std::vector(groups.begin(), groups.end()));
  for (const Dated& lesson : due) {
    const OrgId org{lesson.id.establishment()};
    const auto when = taken.find(lesson.id.value);
    if (when != taken.end() && may_be_of(almanacs.at(org.value), when->second, lesson.date, lesson.begins)) continue;
    NotTaken& one = found.emplace_back(org, lesson.id);
    one.subject = lesson.subject;
    one.begins = lesson.begins;
    one.ends = lesson.ends;
    for (const group::Shown& group : names) {
      const GroupId id{group.id};
      if (id.establishment() == org.value && base::contains(lesson.groups, id.number()))
        one.groups += (one.groups.empty() ? "" : ", ") + group.name;
    }
  }
}

void add_half_days(unit::Unit& unit, const Callers& callers, const Today& today, const Almanacs& almanacs,
                   std::vector<NotTaken>& found) {
  std::vector<std::int64_t> orgs;
  for (const auto& [org, degree] : today.schools) {
    if (!today.by_lesson.contains(org)) orgs.push_back(org);
  }
  const auto divisions = group::divisions_in(unit, callers.visible, orgs, today.date);
  const auto taken = rows::taken_of_day(unit, orgs, today.date);
  std::set<std::int64_t> ids;
  for (const group::Division& division : divisions) ids.insert(division.id.value);
  const auto own = taken_by_actor(unit, ids);
  for (const group::Division& division : divisions) {
    const std::int64_t org = division.id.establishment();
    if (!own.contains(division.id.value)) continue;
    for (const OpenHalf& open : open_halves(almanacs.at(org), {today.date, today.date})) {
      const rows::TakenHalf half{division.id, static_cast<std::int32_t>(open.half)};
      if (std::ranges::binary_search(taken, half) || !has_begun(unit, almanacs, org, today.date, time_of(open.from))) continue;
      found.push_back({{org}, {}, division.id, open.half, division.name, {}, time_of(open.from), time_of(open.to)});
    }
  }
}

}  // namespace

std::vector<NotTaken> not_taken(unit::Unit& unit, const Callers& callers) {
  std::vector<NotTaken> found;
  if (callers.schools.empty()) return found;
  std::vector<std::int64_t> orgs;
  for (const auto& [org, degree] : callers.schools) orgs.push_back(org);
  constexpr std::chrono::days around{1};
  const Almanacs almanacs = calendar::almanacs_of(unit, orgs, unit.today() - around, unit.today() + around);
  for (Today& today : days_by_clock(unit, callers.schools, almanacs)) {
    add_lessons_of(unit, callers, today);
    add_lessons(unit, today, almanacs, found);
    add_half_days(unit, callers, today, almanacs, found);
  }
  std::ranges::sort(found, {}, [](const NotTaken& one) {
    return std::tuple(one.begins.minutes, one.org.value, one.groups, one.lesson.value_or(LessonId{}).value);
  });
  return found;
}

}  // namespace ent::attendance
