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

/// The lessons that are looked at, and the schools that call the roll of lessons.
struct Today {
  std::vector<Dated> lessons{};
  std::set<std::int64_t> by_lesson{};
};

void note(Today& today, const Callers& callers, const std::vector<Dated>& lessons) {
  for (const Dated& lesson : lessons) {
    const std::int64_t org = lesson.id.establishment();
    const auto school = callers.schools.find(org);
    if (school != callers.schools.end() && has_lessons(school->second) && is_called(lesson)) today.by_lesson.insert(org);
  }
}

/// Of the schools of the second degree, those of which it is not known yet.
std::vector<std::int64_t> unknown_of(const Today& today, const Callers& callers) {
  std::vector<std::int64_t> orgs;
  for (const auto& [org, degree] : callers.schools) {
    if (has_lessons(degree) && !today.by_lesson.contains(org)) orgs.push_back(org);
  }
  return orgs;
}

/// Who gives a lesson today is in a school that calls the roll of lessons: the others' lessons are not asked for.
Today today_of(unit::Unit& unit, const Callers& callers) {
  Today today;
  if (!callers.all_lessons) {
    today.lessons = timetable::dated_by(unit, callers.members, unit.today());
    note(today, callers, today.lessons);
  }
  const auto orgs = unknown_of(today, callers);
  if (orgs.empty()) return today;
  auto lessons = timetable::dated_on(unit, orgs, unit.today());
  note(today, callers, lessons);
  if (callers.all_lessons) today.lessons = std::move(lessons);
  return today;
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

bool has_begun(const unit::Unit& unit, const Almanacs& almanacs, std::int64_t org, TimeOfDay begins) {
  return almanacs.at(org).instant_of(unit.today(), begins) <= unit.now();
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
    if (!today.by_lesson.contains(org) || !is_called(lesson) || !has_begun(unit, almanacs, org, lesson.begins)) continue;
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
    if (std::ranges::binary_search(taken, lesson.id.value)) continue;
    const OrgId org{lesson.id.establishment()};
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
  for (const auto& [org, degree] : callers.schools) {
    if (!today.by_lesson.contains(org)) orgs.push_back(org);
  }
  const auto divisions = group::divisions_in(unit, callers.visible, orgs, unit.today());
  const auto taken = rows::taken_of_day(unit, orgs, unit.today());
  std::set<std::int64_t> ids;
  for (const group::Division& division : divisions) ids.insert(division.id.value);
  const auto own = taken_by_actor(unit, ids);
  for (const group::Division& division : divisions) {
    const std::int64_t org = division.id.establishment();
    if (!own.contains(division.id.value)) continue;
    for (const OpenHalf& open : open_halves(almanacs.at(org), {unit.today(), unit.today()})) {
      const rows::TakenHalf half{division.id, static_cast<std::int32_t>(open.half)};
      if (std::ranges::binary_search(taken, half) || !has_begun(unit, almanacs, org, time_of(open.from))) continue;
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
  const Almanacs almanacs = calendar::almanacs_of(unit, orgs, unit.today(), unit.today());
  const Today today = today_of(unit, callers);
  add_lessons(unit, today, almanacs, found);
  add_half_days(unit, callers, today, almanacs, found);
  std::ranges::sort(found, {}, [](const NotTaken& one) {
    return std::tuple(one.begins.minutes, one.org.value, one.groups, one.lesson.value_or(LessonId{}).value);
  });
  return found;
}

}  // namespace ent::attendance
