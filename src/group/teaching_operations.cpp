// Roles in groups, and who teaches what to whom.
#include <algorithm>

#include "base/text.hpp"
#include "group/describe.hpp"
#include "group/rows.hpp"
#include "group/rules.hpp"
#include "group/target.hpp"
#include "person/card.hpp"
#include "unit/dates.hpp"
#include "unit/op.hpp"

namespace ent::group {
namespace {

/// A group and somebody whom its unit knows.
struct GroupAndPerson {
  std::optional<Group> group;
  std::optional<person::Known> person;

  GroupAndPerson(unit::Unit& unit, GroupId id, PersonId who)
      : group(find(unit, id)), person(person::find(unit, OrgId{id.establishment()}, who)) {}

  std::optional<Error> expect() const {
    if (!group) return base::fail(Errc::not_found, not_found);
    if (!person) return base::fail(Errc::not_found, no_person);
    return std::nullopt;
  }
};

/// Teachers, heads who teach too, and librarians.
bool may_teach(unit::Unit& unit, OrgId org, std::int64_t member, const unit::Period& period) {
  return std::ranges::any_of(person::profiles_of(unit, org, member, period), [](Profile profile) {
    return profile == Profile::teacher || profile == Profile::head || profile == Profile::librarian;
  });
}

std::optional<Error> expect_fit(unit::Unit& unit, const GiveRole& input, std::int64_t member, const unit::Period& period) {
  const OrgId org{input.id.establishment()};
  if (input.role == Role::main_teacher && !may_teach(unit, org, member, period)) {
    return base::fail(Errc::failed_precondition, "group.no_teacher");
  }
  if (input.role != Role::main_teacher && !rows::is_member(unit, input.id, member, period)) {
    return base::fail(Errc::failed_precondition, "group.no_member");
  }
  return std::nullopt;
}

/// group.give_role
Result<Done> give_role_(Write<Perm::service_manage>& unit, const GiveRole& input) {
  // facts
  const GroupAndPerson facts(unit, input.id, input.person_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.id, facts.group), not_found));
  ENT_REFUSE(facts.expect());
  // rule
  ENT_TRY(period, within(facts.group->view, input.valid_from, input.valid_to, unit.today()));
  const std::int64_t member = facts.person->member;
  ENT_REFUSE(expect_fit(unit, input, member, period));
  if (rows::has_role(unit, input.id, member, input.role, period)) return base::fail(Errc::already_exists, "group.has_role");
  // rows
  const RoleRow role{input.id.number(), member, input.role, period, ""};
  insert_roles(unit, granted, facts.group->view.org_id, std::span(&role, 1));
  unit.rights_changed(granted, facts.group->view.org_id.value);
  // event
  unit.publish(granted, "group.role_was_given", input.id.value);
  return Done{};
}

/// group.end_role
Result<Done> end_role_(Write<Perm::service_manage>& unit, const EndRole& input) {
  // facts
  const Date end = input.valid_to.value_or(unit.today());
  const GroupAndPerson facts(unit, input.id, input.person_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.id, facts.group), not_found));
  ENT_REFUSE(facts.expect());
  // rule
  const std::int64_t member = facts.person->member;
  if (!rows::has_role(unit, input.id, member, input.role, {end, open_end})) {
    return base::fail(Errc::not_found, "group.no_role");
  }
  // rows
  rows::end_role(unit, granted, input.id, member, input.role, end);
  unit.rights_changed(granted, facts.group->view.org_id.value);
  // event
  unit.publish(granted, "group.role_was_ended", input.id.value);
  return Done{};
}

/// group.roles
Result<Roles> roles_(Read<Perm::person_read>& unit, const Get& input) {
  const auto group = find(unit, input.id);
  ENT_TRY(granted, unit.may({.org = input.id.establishment(), .group = input.id.number()}, not_found));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, not_found);
  ENT_TRY(visible, unit.visible_people());
  return Roles{rows::roles(unit, person::seen(unit, visible, group->view.org_id), input.id)};
}

/// What a substitution takes over.
Result<ServiceRow> taken_over(unit::Unit& unit, const AddService& input, ServiceRow service) {
  if (!input.replaces) return service;
  const auto replaced = input.replaces->establishment() == input.group_id.establishment()
                            ? find_service(unit, *input.replaces)
                            : std::nullopt;
  if (!replaced) return base::fail(Errc::not_found, "group.no_service");
  if (replaced->group != input.group_id.number()) return base::invalid("/replaces", "group.other_group");
  service.subject = replaced->subject;
  service.replaces = replaced->service;
  service.modality = replaced->modality;
  return service;
}

/// group.add_service
Result<Service> add_service_(Write<Perm::service_manage>& unit, const AddService& input) {
  // facts
  const GroupAndPerson facts(unit, input.group_id, input.teacher_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.group_id, facts.group), not_found));
  ENT_REFUSE(facts.expect());
  // rule
  ENT_REFUSE(well_formed(input));
  const View& group = facts.group->view;
  ENT_TRY(period, within(group, input.valid_from, input.valid_to, unit.today()));
  const std::string subject(base::trim(input.subject_code.value_or("")));
  ENT_TRY(service, taken_over(unit, input, {0, group.id.number(), facts.person->member, subject, 0, period, "",
                                               std::string(base::trim(input.modality.value_or("")))}));
  if (!may_teach(unit, group.org_id, service.member, period)) {
    return base::fail(Errc::failed_precondition, "group.no_teacher");
  }
  if (rows::teaches(unit, group.org_id, service)) return base::fail(Errc::already_exists, "group.taught");
  // rows
  service.service = unit.take_numbers(granted, group.org_id.value, "service");
  insert_services(unit, granted, group.org_id, std::span(&service, 1));
  unit.rights_changed(granted, group.org_id.value);
  // event
  const ServiceId id = make_id<ServiceId>(group.org_id.value, service.service);
  unit.publish(granted, "group.service_was_added", id.value);
  const auto code = service.subject.empty() ? std::nullopt : std::optional(service.subject);
  return Service{id,   group.id,       group.name,  person::card_of(facts.person->person),
                 code, input.replaces, period.from, unit::end_date(unit::day(period.to)),  base::unless_empty(service.modality)};
}

/// group.end_service
Result<Done> end_service_(Write<Perm::service_manage>& unit, const EndService& input) {
  // facts
  const auto service = find_service(unit, input.id);
  const std::int64_t group = service ? service->group : 0;
  // guard
  ENT_TRY(granted, unit.may({.org = input.id.establishment(), .group = group}, "group.no_service"));
  if (!service) return base::fail(Errc::not_found, "group.no_service");
  // rows
  rows::end_service(unit, granted, input.id, input.valid_to.value_or(unit.today()));
  unit.rights_changed(granted, input.id.establishment());
  // event
  unit.publish(granted, "group.service_was_ended", input.id.value);
  return Done{};
}

/// group.services
Result<Services> services_(Read<Perm::service_read>& unit, const ListServices& input) {
  ENT_TRY(visible, unit.visible_groups());
  std::int64_t group = 0, teacher = 0;
  if (input.group_id) {
    if (input.group_id->establishment() != input.org_id.value) return Services{};
    group = input.group_id->number();
  }
  if (input.teacher_id) {
    const auto known = person::find(unit, input.org_id, *input.teacher_id);
    if (!known) return Services{};
    teacher = known->member;
  }
  return Services{rows::services(unit, visible, input.org_id, group, teacher)};
}

/// group.team
Result<Team> team_(Read<Perm::service_read>& unit, const Get& input) {
  const auto group = find(unit, input.id);
  ENT_TRY(granted, unit.may({.org = input.id.establishment(), .group = input.id.number()}, not_found));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, not_found);
  return Team{rows::team(unit, input.id)};
}

}  // namespace

extern constexpr Op op_give_role = op<&give_role_>("group.give_role", "0.1");
extern constexpr Op op_end_role = op<&end_role_>("group.end_role", "0.1");
extern constexpr Op op_roles = op<&roles_>("group.roles", "0.1");
extern constexpr Op op_add_service = op<&add_service_>("group.add_service", "0.1");
extern constexpr Op op_end_service = op<&end_service_>("group.end_service", "0.1");
extern constexpr Op op_services = op<&services_>("group.services", "0.1");
extern constexpr Op op_team = op<&team_>("group.team", "0.1");

Result<Done> give_role(Session& session, const GiveRole& input, const CallOptions& options) {
  return run<Done>(op_give_role, session, input, options);
}
Result<Done> end_role(Session& session, const EndRole& input, const CallOptions& options) {
  return run<Done>(op_end_role, session, input, options);
}
Result<Roles> roles(Session& session, const Get& input, const CallOptions& options) {
  return run<Roles>(op_roles, session, input, options);
}
Result<Service> add_service(Session& session, const AddService& input, const CallOptions& options) {
  return run<Service>(op_add_service, session, input, options);
}
Result<Done> end_service(Session& session, const EndService& input, const CallOptions& options) {
  return run<Done>(op_end_service, session, input, options);
}
Result<Services> services(Session& session, const ListServices& input, const CallOptions& options) {
  return run<Services>(op_services, session, input, options);
}
Result<Team> team(Session& session, const Get& input, const CallOptions& options) {
  return run<Team>(op_team, session, input, options);
}

}  // namespace ent::group
