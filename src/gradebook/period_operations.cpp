// States of periods, and exceptional reopenings.
#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/frozen.hpp"
#include "gradebook/functions.hpp"
#include "gradebook/period_rows.hpp"
#include "gradebook/rules.hpp"
#include "gradebook/target.hpp"
#include "group/divisions.hpp"
#include "group/functions.hpp"
#include "group/lookups.hpp"
#include "period/functions.hpp"
#include "person/functions.hpp"
#include "unit/columns.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

using rows::StateRow;

access::Target place_of(PeriodId id) { return {.org = id.establishment()}; }

std::optional<Error> known(const std::vector<GroupId>& groups, const std::vector<group::Placed>& placed, const period::View& period,
                           const std::vector<period::Scheme>& schemes) {
  base::Fields fields;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto found = std::ranges::find(placed, groups[i], &group::Placed::id);
    const std::string path = "/group_ids/" + std::to_string(i);
    fields.refuse_if(found == placed.end(), path, no_group)
        .refuse_if(found != placed.end() && !goes_by(*found, period, schemes), path, "gradebook.other_period");
  }
  return fields.error();
}

/// Names stand in the order in which groups are shown: the items are brought into it. Those of groups that are no more go.
template <class Item>
void name_groups(unit::Unit& unit, std::vector<Item>& items) {
  std::vector<std::int64_t> ids;
  for (const Item& item : items) {
    if (ids.empty() || ids.back() != item.group_id.value) ids.push_back(item.group_id.value);
  }
  std::unordered_map<std::int64_t, std::size_t> places;
  const auto shown = group::shown(unit, ids);
  for (const group::Shown& one : shown) places.emplace(one.id, places.size());
  std::erase_if(items, [&](const Item& item) { return !places.contains(item.group_id.value); });
  for (Item& item : items) item.group_name = shown[places.at(item.group_id.value)].name;
  std::ranges::stable_sort(items, {}, [&](const Item& item) { return places.at(item.group_id.value); });
}

GroupStates states_of(unit::Unit& unit, const period::View& period, const OfPeriod& input) {
  GroupStates states{rows::states(unit, period, input)};
  name_groups(unit, states.items);
  if (unit.sees(Perm::period_manage, place_of(period.id))) return states;
  for (GroupState& state : states.items) {
    state.author.reset();
    state.reason.reset();  // it may name pupils
  }
  return states;
}

/// What changes: groups that are in the state already stay as they are.
std::vector<StateRow> state_changes(const SetPeriodState& input, const std::vector<StateRow>& standing) {
  std::vector<StateRow> changes;
  for (const GroupId group : input.group_ids) {
    const auto stands = std::ranges::find(standing, group.number(), &StateRow::group);
    const StateRow before = stands == standing.end() ? StateRow{.group = group.number()} : *stands;
    if (before.state != input.state) changes.push_back(before);
  }
  return changes;
}

/// The days of a period stand for groups for which it is not open.
void hold_days(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, std::span<const StateRow> states,
               PeriodState state) {
  const auto groups = unit::numbers(states, &StateRow::group);
  if (state == PeriodState::open) period::let_go(unit, granted, period, groups);
  else period::hold(unit, granted, period, groups);
}

/// gradebook.set_period_state
Result<GroupStates> set_period_state_(Write<Perm::period_manage>& unit, const SetPeriodState& input) {
  // facts
  const auto period = period::find(unit, input.period_id);
  // guard
  ENT_TRY(granted, unit.may(place_of(input.period_id), no_period));
  if (!period) return base::fail(Errc::not_found, no_period);
  // rule
  ENT_REFUSE(well_formed(input));
  const auto schemes = period::schemes_in(unit, period->org_id, period->school_year);
  const auto groups = group::placed(unit, period->org_id, input.group_ids);
  ENT_REFUSE(known(input.group_ids, groups, *period, schemes));
  std::vector<StateRow> changes = state_changes(input, rows::standing_states(unit, *period));
  for (StateRow& change : changes) {
    ENT_REFUSE(may_become(change.state, input));
    change.state = input.state;
    ++change.version;
  }
  // rows
  if (!changes.empty()) {
    rows::set_states(unit, granted, *period, changes, input.reason ? std::optional(std::string(base::trim(*input.reason))) : std::nullopt);
    hold_days(unit, granted, *period, changes, input.state);
    if (input.state == PeriodState::published) freeze(unit, granted, *period, groups, changes);
    // event
    unit.publish(granted, "gradebook.period_state_was_set", input.period_id.value);
  }
  GroupStates all = states_of(unit, *period, {.period_id = input.period_id});
  const auto asked = [&](const GroupState& state) { return std::ranges::find(input.group_ids, state.group_id) != input.group_ids.end(); };
  std::erase_if(all.items, [&](const GroupState& state) { return !asked(state); });
  return all;
}

/// gradebook.period_states
Result<GroupStates> period_states_(Read<Perm::period_read>& unit, const OfPeriod& input) {
  const auto period = period::find(unit, input.period_id);
  ENT_TRY(granted, unit.may(place_of(input.period_id), no_period));
  static_cast<void>(granted);
  if (!period) return base::fail(Errc::not_found, no_period);
  return states_of(unit, *period, input);
}

unit::Period days_through(Date first_day, Date last_day) { return {first_day, last_day + std::chrono::days{1}}; }

/// Refuses to let somebody in who teaches none of the pupils. What was reopened is closed again to whoever it was.
std::optional<Error> teaches_them(unit::Unit& unit, const Reopen& input, Date first_day, std::int64_t teacher, group::Kind kind,
                                  const period::View& period) {
  if (input.last_day < first_day) return std::nullopt;
  const bool teaches = group::teaches_pupils_of(unit, input.group_id, kind, teacher, days_through(first_day, input.last_day),
                                                days_through(period.first_day, period.last_day));
  return teaches ? std::nullopt : std::optional(base::invalid("/teacher_id", "gradebook.not_their_teacher"));
}

/// gradebook.reopen
Result<Reopening> reopen_(Write<Perm::mark_unlock>& unit, const Reopen& input) {
  // facts
  const OrgId org{input.group_id.establishment()};
  const auto groups = group::placed(unit, org, std::vector{input.group_id});
  const auto period = period::find(unit, input.period_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.group_id, false), no_group));
  if (groups.empty()) return base::fail(Errc::not_found, no_group);
  if (!period) return base::fail(Errc::not_found, no_period);
  // rule
  const Date first_day = input.first_day.value_or(unit.today());
  ENT_REFUSE(well_formed(input, first_day));
  const bool goes = period->org_id == org && goes_by(groups.front(), *period, period::schemes_in(unit, org, period->school_year));
  if (!goes) return base::invalid("/period_id", "gradebook.other_period");
  const auto teacher = person::find(unit, org, input.teacher_id);
  if (!teacher) return base::invalid("/teacher_id", no_person);
  ENT_REFUSE(teaches_them(unit, input, first_day, teacher->member, groups.front().kind, *period));
  const auto standing = rows::standing_states(unit, *period);
  const auto stands = std::ranges::find(standing, input.group_id.number(), &StateRow::group);
  if (stands != standing.end() && stands->state == PeriodState::published) {
    return base::fail(Errc::failed_precondition, "gradebook.period_published");
  }
  // rows
  rows::add_reopening(unit, granted, input, first_day, teacher->member);
  // event
  unit.publish(granted, "gradebook.period_was_reopened", input.period_id.value);
  auto all = rows::reopenings(unit, {.period_id = input.period_id, .group_id = input.group_id});
  name_groups(unit, all);
  return *std::ranges::find(all, input.teacher_id, [](const Reopening& one) { return one.teacher.id; });
}

/// gradebook.reopenings
Result<Reopenings> reopenings_(Read<Perm::mark_read>& unit, const OfPeriod& input) {
  const auto period = period::find(unit, input.period_id);
  ENT_TRY(granted, unit.may(place_of(input.period_id), no_period));
  static_cast<void>(granted);
  if (!period) return base::fail(Errc::not_found, no_period);
  Reopenings found{rows::reopenings(unit, input)};
  name_groups(unit, found.items);
  return found;
}

}  // namespace

extern constexpr Op op_set_period_state = op<&set_period_state_>("gradebook.set_period_state", "0.1");
extern constexpr Op op_period_states = op<&period_states_>("gradebook.period_states", "0.1");
extern constexpr Op op_reopen = op<&reopen_>("gradebook.reopen", "0.1");
extern constexpr Op op_reopenings = op<&reopenings_>("gradebook.reopenings", "0.1");

Result<GroupStates> set_period_state(Session& session, const SetPeriodState& input, const CallOptions& options) {
  return run<GroupStates>(op_set_period_state, session, input, options);
}
Result<GroupStates> period_states(Session& session, const OfPeriod& input, const CallOptions& options) {
  return run<GroupStates>(op_period_states, session, input, options);
}
Result<Reopening> reopen(Session& session, const Reopen& input, const CallOptions& options) {
  return run<Reopening>(op_reopen, session, input, options);
}
Result<Reopenings> reopenings(Session& session, const OfPeriod& input, const CallOptions& options) {
  return run<Reopenings>(op_reopenings, session, input, options);
}

}  // namespace ent::gradebook
