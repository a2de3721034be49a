#include "home/work.hpp"

#include <algorithm>

#include "access/catalogue.hpp"
#include "access/family.hpp"
#include "attendance/functions.hpp"
#include "base/contains.hpp"
#include "group/several.hpp"
#include "home/rules.hpp"
#include "skill/latest.hpp"
#include "unit/others.hpp"

namespace ent::home {
namespace {

using Figures = std::map<std::int64_t, std::int32_t>;

constexpr std::size_t most_registers = 20;

/// The units of which as a whole one may see something.
std::vector<std::int64_t> units_where(const Reader& reader, bool Sight::*seen) {
  std::vector<std::int64_t> found;
  for (const auto& [org, sight] : reader.sights) {
    if (sight.known && sight.*seen) found.push_back(org);
  }
  return found;
}

std::optional<std::int32_t> figure_of(const Figures& figures, std::span<const std::int64_t> units, std::int64_t org) {
  if (!base::contains(units, org)) return std::nullopt;
  const auto figure = figures.find(org);
  return figure == figures.end() ? 0 : figure->second;
}

/// Who oversees the registers of a whole school looks for all of them, who teaches for their own.
attendance::Callers callers_of(const Reader& reader) {
  attendance::Callers callers{.members = reader.posts};
  for (const std::int64_t member : reader.posts) {
    const org::Named* const at = reader.unit(member >> 32);
    if (at == nullptr || at->kind != org::Kind::establishment) continue;
    callers.schools.emplace(at->org, at->degree);
    callers.all_lessons |= reader.sees(at->org, &Sight::registers);
  }
  return callers;
}

}  // namespace

std::vector<School> schools_of(unit::Unit& unit, const Reader& reader) {
  std::vector<School> schools;
  if (access::is_family(reader.profile)) return schools;
  const auto with_divisions = units_where(reader, &Sight::divisions);
  const auto with_absent = units_where(reader, &Sight::absent);
  const auto with_many = units_where(reader, &Sight::many);
  const auto with_waiting = units_where(reader, &Sight::waiting);
  const Figures divisions = group::count_divisions(unit, with_divisions, unit.at());
  const Figures absent = attendance::absent_in(unit, with_many, unit.at());
  const Figures waiting = attendance::waiting_in(unit, with_waiting);
  for (const org::Named& one : reader.names) {
    if (!reader.sees(one.org, &Sight::known)) continue;
    School& school = schools.emplace_back(OrgId{one.org}, one.name, one.kind);
    if (one.kind != org::Kind::establishment) continue;
    school.divisions = figure_of(divisions, with_divisions, one.org);
    school.absent_today = figure_of(absent, with_many, one.org);
    const bool small = school.absent_today.value_or(0) > 0 && *school.absent_today < smallest_cell;
    if (small && !base::contains(with_absent, one.org)) school.absent_today.reset();
    school.justifications_waiting = figure_of(waiting, with_waiting, one.org);
  }
  return schools;
}

void add_work(unit::Unit& unit, const Reader& reader, View& view) {
  for (const School& school : view.schools) view.counts->justifications_waiting += school.justifications_waiting.value_or(0);
  if (unit.at() != unit.today()) return;
  if (!access::cell(Perm::skill_evaluate, reader.profile).empty())
    view.counts->validations_waiting = skill::waiting_for(unit, unit::Others::groups_seen(unit, Perm::skill_evaluate));
  if (access::cell(Perm::attendance_take, reader.profile).empty()) return;
  attendance::Callers callers = callers_of(reader);
  if (callers.schools.empty()) return;
  callers.visible = unit::Others::groups_seen(unit, Perm::attendance_read);
  Figures due;
  for (attendance::NotTaken& one : attendance::not_taken(unit, callers)) {
    due[one.org.value] += 1;
    view.counts->registers_due += 1;
    if (view.registers_due.size() == most_registers) continue;
    RegisterDue& shown = view.registers_due.emplace_back(one.org, one.lesson, one.division, one.half_day, std::move(one.groups));
    if (!one.subject.empty()) shown.subject_code = std::move(one.subject);
    shown.begins = one.begins;
    shown.ends = one.ends;
  }
  for (School& school : view.schools) {
    if (callers.all_lessons && callers.schools.contains(school.org_id.value)) school.registers_due = due[school.org_id.value];
  }
}

}  // namespace ent::home
