// The bonus/malus column.
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "base/contains.hpp"
#include "gradebook/adjustment_rules.hpp"
#include "gradebook/closing.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/functions.hpp"
#include "gradebook/scales.hpp"
#include "gradebook/shown.hpp"
#include "gradebook/target.hpp"
#include "group/divisions.hpp"
#include "group/lookups.hpp"
#include "period/functions.hpp"
#include "person/cards.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

using rows::AdjustmentRow;

/// The last day of the period on which each member is in the group.
std::map<std::int64_t, Date> last_days_in(unit::Unit& unit, GroupId group, const period::View& period) {
  std::map<std::int64_t, Date> last_days;
  for (const group::Attendance& stay : group::attending(unit, std::vector{group.value}, period.first_day, period.last_day)) {
    const Date last = std::min(stay.period.to - std::chrono::days{1}, period.last_day);
    Date& known = last_days.try_emplace(stay.member, last).first->second;
    known = std::max(known, last);
  }
  return last_days;
}

/// Each entry with the member that it is about; pupils of another group are refused by their place.
Result<std::vector<AdjustmentRow>> wanted_of(unit::Unit& unit, const Adjust& input, const std::map<std::int64_t, Date>& last_days) {
  std::vector<std::int64_t> known;
  for (const auto& [member, last] : last_days) known.push_back(input.service_id.establishment() << 32 | member);
  std::unordered_map<std::int64_t, std::int64_t> members;
  for (const person::MemberCard& one : person::cards_of(unit, known)) members.emplace(one.card.id.value, one.member);
  base::Fields fields;
  std::vector<AdjustmentRow> wanted;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const auto member = members.find(input.items[i].pupil_id.value);
    fields.refuse_if(member == members.end(), "/items/" + std::to_string(i) + "/pupil_id", "group.no_member");
    if (member != members.end()) wanted.push_back({member->second, input.items[i].points});
  }
  if (auto refused = fields.error()) return std::move(*refused);
  return wanted;
}

/// Refuses what is closed for a pupil as their marks are: of the last day on which they are in the group.
std::optional<Error> open_at_the_last(unit::Unit& unit, GroupId group, std::span<const AdjustmentRow> rows, const std::map<std::int64_t, Date>& last_days) {
  std::vector<Date> days;
  for (const AdjustmentRow& row : rows) days.push_back(last_days.at(row.member));
  const ClosedByDay closed = closed_on(unit, group, std::move(days));
  const bool is_closed = std::ranges::any_of(rows, [&](const AdjustmentRow& row) {
    const auto day = closed.find(last_days.at(row.member));
    return day != closed.end() && base::contains(day->second, row.member);
  });
  return is_closed ? std::optional(base::fail(Errc::failed_precondition, period_closed)) : std::nullopt;
}

/// The group, where it goes by the period.
std::optional<group::Placed> group_in(unit::Unit& unit, GroupId id, const period::View& period) {
  if (period.org_id.value != id.establishment()) return std::nullopt;
  const auto placed = group::placed(unit, period.org_id, std::span(&id, 1));
  const bool follows = !placed.empty() && goes_by(placed.front(), period, period::schemes_in(unit, period.org_id, period.school_year));
  return follows ? std::optional(placed.front()) : std::nullopt;
}

/// gradebook.adjust
Result<Adjusted> adjust_(Write<Perm::mark_write>& unit, const Adjust& input) {
  // facts
  const OrgId org{input.service_id.establishment()};
  const auto service = group::find_service(unit, input.service_id);
  const auto group = make_id<GroupId>(org.value, service ? service->group : 0);
  const bool own = service && group::teaches_on(unit, group, service->subject, unit.actor().person, unit.today());
  const auto period = period::find(unit, input.period_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(group, own), "group.no_service"));
  if (!service) return base::fail(Errc::not_found, "group.no_service");
  if (!period) return base::fail(Errc::not_found, no_period);
  // rule
  const auto placed = group_in(unit, group, *period);
  if (!placed) return base::invalid("/period_id", "gradebook.other_period");
  ENT_REFUSE(well_formed(input, Scales(unit, org, period->first_day).of(placed->level())));
  const auto last_days = last_days_in(unit, group, *period);
  ENT_TRY(wanted, wanted_of(unit, input, last_days));
  const auto next = adjustment_changes(std::move(wanted), rows::standing_adjustments(unit, input.service_id, input.period_id));
  const auto changed = static_cast<std::int32_t>(next.size());
  const Adjusted answer{changed, static_cast<std::int32_t>(input.items.size()) - changed};
  if (next.empty()) return answer;
  ENT_REFUSE(open_at_the_last(unit, group, next, last_days));
  // rows
  rows::put_adjustments(unit, granted, input.period_id, *service, next);
  period::keep(unit, granted, *period, service->group);
  // event
  unit.publish(granted, "gradebook.averages_were_adjusted", input.service_id.value);
  return answer;
}

/// gradebook.adjustments
Result<Adjustments> adjustments_(Read<Perm::mark_read>& unit, const OfAdjustments& input) {
  const auto group = group::find(unit, input.group_id);
  const auto period = period::find(unit, input.period_id);
  ENT_TRY(granted, unit.may(target_of(input.group_id, true), no_group));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, no_group);
  if (!period || period->org_id != group->view.org_id) return base::fail(Errc::not_found, no_period);
  return Adjustments{rows::adjustments(unit, input, subjects_shown(unit, input.group_id, input.subject_code))};
}

}  // namespace

extern constexpr Op op_adjust = op<&adjust_>("gradebook.adjust", "0.1");
extern constexpr Op op_adjustments = op<&adjustments_>("gradebook.adjustments", "0.1");

Result<Adjusted> adjust(Session& session, const Adjust& input, const CallOptions& options) {
  return run<Adjusted>(op_adjust, session, input, options);
}
Result<Adjustments> adjustments(Session& session, const OfAdjustments& input, const CallOptions& options) {
  return run<Adjustments>(op_adjustments, session, input, options);
}

}  // namespace ent::gradebook
