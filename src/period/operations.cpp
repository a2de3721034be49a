#include <algorithm>

#include "base/each_once.hpp"
#include "base/text.hpp"
#include "group/functions.hpp"
#include "group/pupil_levels.hpp"
#include "org/functions.hpp"
#include "org/school_years.hpp"
#include "period/describe.hpp"
#include "period/rows.hpp"
#include "period/rules.hpp"
#include "unit/op.hpp"

namespace ent::period {
namespace {

constexpr std::string_view no_unit = "org.not_found";
constexpr std::string_view not_found = "period.not_found";

access::Target target_of(OrgId id) { return {.org = id.value}; }

/// New periods get numbers of their own.
void number(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, Scheme& scheme) {
  const auto is_new = [](const View& view) { return view.id.value == 0; };
  const auto count = std::ranges::count_if(scheme.periods, is_new);
  if (count == 0) return;
  std::int64_t next = unit.take_numbers(granted, org.value, "period", count);
  for (View& view : scheme.periods) {
    if (is_new(view)) view.id = make_id<PeriodId>(org.value, next++);
  }
}

/// The groups for which periods of a year hold.
std::vector<Held> held_in(unit::Unit& unit, OrgId org, std::int32_t school_year) {
  const auto rows = rows::held(unit, org, school_year);
  if (rows.empty()) return {};
  std::vector<GroupId> groups;
  for (const rows::HeldRow& row : rows) groups.push_back(make_id<GroupId>(org.value, row.group));
  base::keep_each_once(groups);
  std::vector<Held> found;
  const auto placed = group::placed(unit, org, groups);
  const auto levels = group::pupil_levels(unit, org, groups);
  for (const rows::HeldRow& row : rows) {
    const auto group = std::ranges::find(placed, row.group, [](const group::Placed& one) { return one.id.number(); });
    if (group == placed.end()) continue;
    found.push_back({row.period, *group, row.days_stand});
    if (const auto known = levels.find(row.group); known != levels.end()) found.back().pupil_levels = known->second;
  }
  return found;
}

/// period.set
Result<Scheme> set_(Write<Perm::period_manage>& unit, const Set& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  // rule
  if (kind != org::Kind::establishment) return base::fail(Errc::not_found, no_unit);
  ENT_REFUSE(well_formed(input));
  const std::vector<Scheme> standing = rows::schemes(unit, input.org_id, input.school_year);
  Scheme scheme = scheme_of(input, standing);
  if (!group::are_divisions(unit, input.org_id, input.school_year, scheme.division_ids)) {
    return base::invalid("/division_ids", "group.division_unknown");
  }
  ENT_REFUSE(beside(scheme, standing));
  ENT_REFUSE(moves_nothing_held(scheme, standing, held_in(unit, input.org_id, input.school_year)));
  // rows
  number(unit, granted, input.org_id, scheme);
  rows::replace(unit, granted, input.org_id, input.school_year, scheme);
  // event
  unit.publish(granted, "period.was_set", input.org_id.value);
  return scheme;
}

/// That of the unit's date.
std::int32_t school_year_now(unit::Unit& unit, OrgId org) { return org::school_years_of(unit, org, unit.at()).of(unit.at()); }

/// period.schemes
Result<Schemes> schemes_(Read<Perm::period_read>& unit, const OfYear& input) {
  const auto kind = org::kind_at(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  static_cast<void>(granted);
  if (!kind) return base::fail(Errc::not_found, no_unit);
  const std::int32_t year = input.school_year ? *input.school_year : school_year_now(unit, input.org_id);
  return Schemes{rows::schemes(unit, input.org_id, year)};
}

/// period.list
Result<Periods> list_(Read<Perm::period_read>& unit, const List& input) {
  const auto kind = org::kind_at(unit, input.org_id, unit.at());
  const auto division = input.division_id ? group::find(unit, *input.division_id) : std::nullopt;
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  static_cast<void>(granted);
  if (!kind) return base::fail(Errc::not_found, no_unit);
  if (input.division_id && (!division || division->view.org_id != input.org_id)) {
    return base::invalid("/division_id", "group.division_unknown");
  }
  std::vector<std::string> levels;
  if (input.level) levels.emplace_back(base::trim(*input.level));
  else if (division) levels = division->view.levels;
  const auto told = division && !input.school_year ? std::optional(division->view.school_year) : input.school_year;
  const std::int32_t year = told ? *told : school_year_now(unit, input.org_id);
  return Periods{periods_of(rows::schemes(unit, input.org_id, year), input.division_id, levels)};
}

/// period.get
Result<View> get_(Read<Perm::period_read>& unit, const Get& input) {
  auto view = rows::find(unit, input.id);
  ENT_TRY(granted, unit.may(target_of(OrgId{input.id.establishment()}), not_found));
  static_cast<void>(granted);
  if (!view) return base::fail(Errc::not_found, not_found);
  return *std::move(view);
}

}  // namespace

extern constexpr Op op_set = op<&set_>("period.set", "0.1");
extern constexpr Op op_schemes = op<&schemes_>("period.schemes", "0.1");
extern constexpr Op op_list = op<&list_>("period.list", "0.1");
extern constexpr Op op_get = op<&get_>("period.get", "0.1");

Result<Scheme> set(Session& session, const Set& input, const CallOptions& options) {
  return run<Scheme>(op_set, session, input, options);
}
Result<Schemes> schemes(Session& session, const OfYear& input, const CallOptions& options) {
  return run<Schemes>(op_schemes, session, input, options);
}
Result<Periods> list(Session& session, const List& input, const CallOptions& options) {
  return run<Periods>(op_list, session, input, options);
}
Result<View> get(Session& session, const Get& input, const CallOptions& options) {
  return run<View>(op_get, session, input, options);
}

}  // namespace ent::period
