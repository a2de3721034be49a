#include "timetable/substitutes.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/each_once.hpp"
#include "group/functions.hpp"
#include "group/lookups.hpp"
#include "timetable/functions.hpp"
#include "timetable/rows.hpp"
#include "timetable/substitution.hpp"
#include "unit/columns.hpp"

namespace ent::timetable {
namespace {

Takeover takeover_of(const Planned& lesson, std::vector<std::int64_t> groups) {
  return {std::move(groups),
          numbers_of(lesson.state->parts, Role::teacher),
          numbers_of(lesson.fact->parts, Role::teacher),
          lesson.state->subject,
          lesson.subject(),
          lesson.date};
}

/// `lessons`: those of the takeovers.
void open(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Opening> openings,
          std::span<const Planned> lessons) {
  if (openings.empty()) return;
  std::int64_t next = unit.take_numbers(granted, org.value, "service", static_cast<std::int64_t>(openings.size()));
  std::vector<group::ServiceRow> services;
  std::vector<Planned> of;
  for (const Opening& opening : openings) {
    services.push_back(opening.service);
    services.back().service = next++;
    of.push_back(lessons[opening.takeover]);
  }
  group::insert_services(unit, granted, org, services);
  rows::note_opened(unit, granted, of, unit::numbers(services, &group::ServiceRow::service));
}

}  // namespace

void Substitutes::add(const Planned& lesson) {
  if (!lesson.taken_over()) return;
  for (const std::int64_t group : lesson.numbers(Role::group)) places_.emplace(lesson.date, group);
}

void Substitutes::add(unit::Unit& unit, std::span<const std::int64_t> slots) {
  const Agenda agenda = lessons_taken_over(unit, slots, unit.today(), base::last_date);
  for (const Planned& lesson : agenda.lessons) add(lesson);
}

void Substitutes::renew_services(unit::WriteUnit& unit, const unit::Granted& granted) const {
  if (places_.empty()) return;
  const Date first = places_.begin()->first, last = places_.rbegin()->first;
  std::vector<std::int64_t> groups, keys;
  for (const auto& [day, group] : places_) groups.push_back(group);
  base::keep_each_once(groups);
  for (const std::int64_t group : groups) keys.push_back(rows::key_of(Role::group, org_.value, group));
  Agenda agenda = lessons_taken_over(unit, rows::slots_of(unit, keys, first, last), first, last);
  std::vector<Takeover> takeovers;
  for (const Planned& lesson : agenda.lessons) {
    auto held = lesson.numbers(Role::group);
    std::erase_if(held, [&](std::int64_t group) { return !hold(lesson.date, group); });
    takeovers.push_back(takeover_of(lesson, std::move(held)));
  }
  std::vector<group::Taught> regular = group::taught(unit, org_, groups, first, last), opened;
  std::vector<std::int64_t> services;
  for (const group::Taught& one : regular) services.push_back(org_.value << 32 | one.service);
  const auto by_substitutions = rows::opened_by_substitutions(unit, services);
  std::erase_if(regular, [&](const group::Taught& one) {
    if (!std::ranges::binary_search(by_substitutions, org_.value << 32 | one.service)) return false;
    if (hold(one.period.from, one.group)) opened.push_back(one);
    return true;
  });
  const Renewal renewed = renewal(takeovers, regular, opened);
  unit.rights_changed(granted, org_.value);  // also where nothing is to do: who takes back what this needs meanwhile meets it here
  if (renewed.fresh.empty() && renewed.gone.empty()) return;
  group::take_back_services(unit, granted, org_, renewed.gone, unit.today());
  open(unit, granted, org_, renewed.fresh, agenda.lessons);
}

}  // namespace ent::timetable
