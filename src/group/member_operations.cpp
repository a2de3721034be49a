// Who is in which group.
#include "base/text.hpp"
#include "group/describe.hpp"
#include "group/lookups.hpp"
#include "group/people.hpp"
#include "group/rows.hpp"
#include "group/rules.hpp"
#include "group/target.hpp"
#include "guardian/functions.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"
#include "unit/others.hpp"

namespace ent::group {
namespace {

access::Target target_at(OrgId org) { return {.org = org.value}; }
access::Target target_at(OrgId org, PersonId person) { return {.org = org.value, .person = person.value}; }
access::Target target_at(GroupId id) { return {.org = id.establishment(), .group = id.number()}; }

/// group.members
Result<Members> members_(Read<Perm::person_read>& unit, const Get& input) {
  const auto group = find(unit, input.id);
  ENT_TRY(granted, unit.may(target_at(input.id), not_found));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, not_found);
  ENT_TRY(visible, unit.visible_people());
  return Members{rows::members(unit, person::seen(unit, visible, group->view.org_id), input.id)};
}

/// group.add_members
Result<Done> add_members_(Write<Perm::group_manage>& unit, const AddMembers& input) {
  // facts
  const auto group = find(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.id, group), not_found));
  if (!group) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(may_be_members(input.member_ids, group->view.kind));
  ENT_TRY(period, within(group->view, input.valid_from, input.valid_to, unit.today()));
  ENT_TRY(members, numbers_of(unit, group->view.org_id, input.member_ids, "/member_ids"));
  // rows
  rows::lengthen_stays(unit, granted, input.id, members, period);
  rows::add_members(unit, granted, input.id, members, {}, period);
  unit.rights_changed(granted, group->view.org_id.value);
  // event
  unit.publish(granted, "group.members_were_added", input.id.value);
  return Done{};
}

/// group.remove_members
Result<Done> remove_members_(Write<Perm::group_manage>& unit, const RemoveMembers& input) {
  // facts
  const auto group = find(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.id, group), not_found));
  if (!group) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(may_be_members(input.member_ids, group->view.kind));
  ENT_TRY(members, numbers_of(unit, group->view.org_id, input.member_ids, "/member_ids"));
  // rows
  rows::remove_members(unit, granted, input.id, members, input.valid_to.value_or(unit.today()));
  unit.rights_changed(granted, group->view.org_id.value);
  // event
  unit.publish(granted, "group.members_were_removed", input.id.value);
  return Done{};
}

/// group.enrol
Result<Done> enrol_(Write<Perm::enrolment_manage>& unit, const Enrol& input) {
  // facts
  const OrgId org{input.id.establishment()};
  const auto group = find(unit, input.id);
  // guard: of the unit, since who arrives is not there yet
  ENT_TRY(granted, unit.may(target_at(org), not_found));
  if (!group) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(well_formed(input, group->view.kind));
  ENT_TRY(pupils, numbers_of(unit, org, input.pupil_ids, "/pupil_ids"));
  ENT_TRY(period, within(group->view, input.valid_from, {}, unit.today()));
  std::optional<std::string> level;
  if (input.level) level = std::string(base::trim(*input.level));
  std::vector<std::int64_t> people;
  for (const PersonId pupil : input.pupil_ids) people.push_back(pupil.value);
  // rows
  person::enrol(unit, granted, org, pupils, period.from);
  guardian::join_guardians(unit, granted, org, people);
  rows::leave_divisions(unit, granted, group->view, pupils, level, period.from);
  rows::lengthen_stays(unit, granted, input.id, pupils, period);
  rows::add_members(unit, granted, input.id, pupils, level, period);
  unit.rights_changed(granted, org.value);
  // event
  unit.publish(granted, "group.pupils_were_enrolled", input.id.value);
  return Done{};
}

/// group.leave
Result<Done> leave_(Write<Perm::enrolment_manage>& unit, const Leave& input) {
  // facts
  const Date end = input.valid_to.value_or(unit.today());
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  // guard
  ENT_TRY(granted, unit.may(target_at(input.org_id, input.pupil_id), no_person));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  // rule
  if (!person::has_post(unit, input.org_id, pupil->member, Profile::pupil, person::any_function, {end, open_end})) {
    return base::fail(Errc::not_found, "person.no_post");
  }
  // rows
  person::end_posts(unit, granted, input.org_id, pupil->member, Profile::pupil, person::any_function, end);
  end_all(unit, granted, input.org_id, std::span(&pupil->member, 1), end);
  unit.rights_changed(granted, input.org_id.value);
  // event
  unit.publish(granted, "group.pupil_has_left", pupil->person.person);
  return Done{};
}

/// The groups of which memberships of somebody are told.
access::VisibleGroups told_of(unit::Unit& unit, OrgId org, PersonId person) {
  if (shown_by_group(unit, Perm::group_read, org, person)) return unit::Others::groups_seen(unit, Perm::group_read);
  return {{org.value}, {}};
}

/// group.memberships
Result<Memberships> memberships_(Read<Perm::person_read>& unit, const person::Get& input) {
  const auto known = person::find(unit, input.org_id, input.person_id);
  const PersonId person = known ? PersonId{known->person.person} : input.person_id;
  ENT_TRY(granted, unit.may(target_at(input.org_id, person), no_person));
  static_cast<void>(granted);
  if (!known) return base::fail(Errc::not_found, no_person);
  const bool own = unit.actor().person == person.value;
  Memberships found{rows::memberships(unit, told_of(unit, input.org_id, person), input.org_id, known->member, own)};
  const bool whole = unit.sees(Perm::person_read_contact, target_at(input.org_id, person)).has_value();
  for (Membership& one : found.items) {
    if (!whole) one.regime.reset();
  }
  return found;
}

}  // namespace

extern constexpr Op op_members = op<&members_>("group.members", "0.1");
extern constexpr Op op_add_members = op<&add_members_>("group.add_members", "0.1");
extern constexpr Op op_remove_members = op<&remove_members_>("group.remove_members", "0.1");
extern constexpr Op op_enrol = op<&enrol_>("group.enrol", "0.1");
extern constexpr Op op_leave = op<&leave_>("group.leave", "0.1");
extern constexpr Op op_memberships = op<&memberships_>("group.memberships", "0.1");

Result<Members> members(Session& session, const Get& input, const CallOptions& options) {
  return run<Members>(op_members, session, input, options);
}
Result<Done> add_members(Session& session, const AddMembers& input, const CallOptions& options) {
  return run<Done>(op_add_members, session, input, options);
}
Result<Done> remove_members(Session& session, const RemoveMembers& input, const CallOptions& options) {
  return run<Done>(op_remove_members, session, input, options);
}
Result<Done> enrol(Session& session, const Enrol& input, const CallOptions& options) {
  return run<Done>(op_enrol, session, input, options);
}
Result<Done> leave(Session& session, const Leave& input, const CallOptions& options) {
  return run<Done>(op_leave, session, input, options);
}
Result<Memberships> memberships(Session& session, const person::Get& input, const CallOptions& options) {
  return run<Memberships>(op_memberships, session, input, options);
}

}  // namespace ent::group
