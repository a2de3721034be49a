// The boxes of a subject.
#include <algorithm>

#include "gradebook/box_rows.hpp"
#include "gradebook/box_rules.hpp"
#include "gradebook/closing.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/rows.hpp"
#include "gradebook/target.hpp"
#include "period/functions.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

BoxSet box_set_of(OrgId org, SaidBoxes said) {
  return {make_id<GroupId>(org.value, said.group),
          said.subject.empty() ? std::nullopt : std::optional(std::move(said.subject)),
          said.valid_from,
          std::move(said.tree.boxes),
          std::move(said.tree.rules)};
}

/// The first day of the period of a day that pupils of the group go by.
std::optional<Date> period_begins(const group::View& group, const std::vector<period::Scheme>& schemes, Date day) {
  for (const period::View& period : period::periods_of(schemes, group.id, group.levels)) {
    if (period.first_day <= day && day <= period.last_day) return period.first_day;
  }
  return std::nullopt;
}

/// Refuses to take a box away in which something stands on the days on which these would hold.
std::optional<Error> takes_none_in_use(unit::Unit& unit, GroupId group, const SaidBoxes& said) {
  Date until = open_end;
  for (const SaidBoxes& other : rows::boxes_of(unit, group, said.subject)) {
    if (other.valid_from > said.valid_from) until = std::min(until, other.valid_from);
  }
  for (const std::string& code : rows::boxes_in_use(unit, group, said.subject, said.valid_from, until)) {
    if (std::ranges::find(said.tree.boxes, code, &Box::code) == said.tree.boxes.end())
      return base::fail(Errc::failed_precondition, "gradebook.box_in_use");
  }
  return std::nullopt;
}

/// gradebook.set_boxes
Result<BoxSet> set_boxes_(Write<Perm::assessment_write>& unit, const SetBoxes& input) {
  // facts
  const OrgId org{input.service_id.establishment()};
  const auto service = group::find_service(unit, input.service_id);
  const auto id = make_id<GroupId>(org.value, service ? service->group : 0);
  const bool own = service && group::teaches_on(unit, id, service->subject, unit.actor().person, unit.today());
  const auto group = group::find(unit, id);
  // guard
  ENT_TRY(granted, unit.may(target_of(id, own), "group.no_service"));
  if (!service || !group) return base::fail(Errc::not_found, "group.no_service");
  if (!own) return base::fail(Errc::failed_precondition, "gradebook.other_service");
  // rule
  ENT_REFUSE(well_formed(input));
  const auto schemes = period::schemes_in(unit, org, group->view.school_year);
  ENT_TRY(from, day_of(unit, org, input.valid_from, input.period_id, period_begins(group->view, schemes, unit.at())));
  SaidBoxes said{id.number(), service->subject, from, tidy(input)};
  ENT_REFUSE(takes_none_in_use(unit, id, said));
  if (is_closed_since(unit, group->view, service->subject, schemes, from)) return base::fail(Errc::failed_precondition, period_closed);
  // rows
  rows::put_boxes(unit, granted, id, said);
  // event
  unit.publish(granted, "gradebook.boxes_were_set", id.value);
  return box_set_of(org, std::move(said));
}

/// gradebook.boxes
Result<BoxSets> boxes_(Read<Perm::mark_read>& unit, const OfBoxes& input) {
  const auto group = group::find(unit, input.group_id);
  ENT_TRY(granted, unit.may(target_of(input.group_id, true), no_group));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, no_group);
  const bool all = unit.sees(Perm::mark_read, target_of(input.group_id, false)).has_value();
  const auto taught = all ? std::vector<std::string>{} : rows::taught_by(unit, input.group_id, unit.actor().person, unit.today());
  BoxSets sets;
  for (SaidBoxes& said : rows::boxes_of(unit, input.group_id, input.subject_code)) {
    const bool may_read = all || std::ranges::find(taught, said.subject) != taught.end();
    if (may_read) sets.items.push_back(box_set_of(group->view.org_id, std::move(said)));
  }
  return sets;
}

}  // namespace

extern constexpr Op op_set_boxes = op<&set_boxes_>("gradebook.set_boxes", "0.1");
extern constexpr Op op_boxes = op<&boxes_>("gradebook.boxes", "0.1");

Result<BoxSet> set_boxes(Session& session, const SetBoxes& input, const CallOptions& options) {
  return run<BoxSet>(op_set_boxes, session, input, options);
}
Result<BoxSets> boxes(Session& session, const OfBoxes& input, const CallOptions& options) {
  return run<BoxSets>(op_boxes, session, input, options);
}

}  // namespace ent::gradebook
