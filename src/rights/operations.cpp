#include "org/functions.hpp"
#include "person/functions.hpp"
#include "rights/describe.hpp"
#include "rights/rows.hpp"
#include "rights/rules.hpp"
#include "unit/op.hpp"
#include "unit/others.hpp"

namespace ent::rights {
namespace {

constexpr std::string_view no_unit = "org.not_found";
constexpr std::string_view no_person = "person.not_found";
constexpr std::string_view no_override = "rights.override_not_found";
constexpr std::string_view no_delegation = "rights.delegation_not_found";

/// The target that a question names; its group must be one of the unit.
Result<access::Target> target_of(OrgId org, const std::optional<PersonId>& person,
                                 const std::optional<GroupId>& group) {
  if (group && group->establishment() != org.value) return base::invalid("/group_id", "rights.other_unit");
  return access::Target{.org = org.value,
                        .person = person.value_or(PersonId{}).value,
                        .group = group ? group->number() : 0};
}

Extent extent_of(access::Mask mask) {
  return mask == access::Mask::full ? Extent::full : mask == access::Mask::min ? Extent::minimum : Extent::technical;
}

Explanation explanation_of(const access::Verdict& verdict) {
  const access::ReasonText& text = access::text(verdict.reason);
  Explanation answer;
  answer.allowed = verdict.allowed;
  answer.reason = text.code;
  answer.english = text.english;
  answer.french = text.french;
  answer.extent = extent_of(verdict.mask);
  if (verdict.post.unit == 0) return answer;
  answer.scope = entry_text(verdict.entry);
  answer.unit_id = OrgId{verdict.post.unit};
  if (verdict.post.function != 0) answer.function = static_cast<Function>(verdict.post.function);
  return answer;
}

/// rights.explain
Result<Explanation> explain_(Read<Perm::access_explain>& unit, const Explain& input) {
  const PersonId self{unit.actor().person};
  const PersonId asked = input.actor_id.value_or(self);
  const std::int64_t org = asked == self ? unit::Others::home(unit) : input.org_id.value;
  ENT_TRY(granted, unit.may({.org = org, .person = asked.value}, no_person));
  static_cast<void>(granted);
  ENT_TRY(perm, named_permission(input.permission));
  ENT_TRY(target, target_of(input.org_id, input.person_id, input.group_id));
  target.author = input.author_id.value_or(PersonId{}).value;
  const access::Actor actor{0, asked.value, input.profile.value_or(unit.actor().profile), {}, 0};
  return explanation_of(unit::Others::explain(unit, actor, perm, target, input.at.value_or(unit.today())));
}

/// rights.who_can
Result<Holders> who_can_(Read<Perm::access_explain>& unit, const WhoCan& input) {
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  static_cast<void>(granted);
  ENT_TRY(perm, named_permission(input.permission));
  ENT_TRY(target, target_of(input.org_id, input.person_id, input.group_id));
  Holders answer;
  for (const access::Holder& one : unit::Others::who_can(unit, perm, target, input.at.value_or(unit.today()))) {
    answer.items.push_back({{one.person}, one.profile, std::string(access::text(one.verdict.reason).code),
                            entry_text(one.verdict.entry), extent_of(one.verdict.mask)});
  }
  return answer;
}

/// rights.override_set
Result<Override> override_set_(Write<Perm::access_override>& unit, const OverrideSet& input) {
  // facts
  const Date from = input.valid_from.value_or(unit.today());
  const bool in_establishment = org::kind_at(unit, input.org_id, from) == org::Kind::establishment;
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  // rule
  ENT_TRY(perm, named_permission(input.permission));
  ENT_TRY(entry, switchable_entry(input, perm));
  ENT_REFUSE(well_formed(input, from, in_establishment));
  // rows
  const auto id = make_id<OverrideId>(input.org_id.value, unit.take_numbers(granted, input.org_id.value, "override"));
  Override row{id,        input.org_id,  input.profile, input.function, input.permission, entry_text(entry),
               input.effect, input.locked, from,          input.valid_to, input.reason};
  rows::insert(unit, granted, row);
  unit.rights_changed(granted, input.org_id.value);
  // event
  unit.publish(granted, "rights.override_was_set", id.value);
  return row;
}

/// rights.override_end
Result<Done> override_end_(Write<Perm::access_override>& unit, const OverrideEnd& input) {
  // facts
  const auto standing = rows::find_override(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may({.org = input.id.establishment()}, no_override));
  if (!standing) return base::fail(Errc::not_found, no_override);
  // rule
  const Date end = input.ends_on.value_or(unit.today());
  if (end < standing->valid_from) return base::invalid("/ends_on", "rights.ends_before");
  // rows
  rows::end(unit, granted, input.id, end);
  unit.rights_changed(granted, input.id.establishment());
  // event
  unit.publish(granted, "rights.override_was_ended", input.id.value);
  return Done{};
}

/// rights.overrides
Result<Overrides> overrides_(Read<Perm::access_override>& unit, const ListOverrides& input) {
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  static_cast<void>(granted);
  return Overrides{rows::overrides(unit, input.org_id)};
}

/// rights.delegate
Result<Delegation> delegate_(Write<Perm::access_delegate>& unit, const Delegate& input) {
  // facts
  const Date from = input.valid_from.value_or(unit.today());
  const PersonId grantor{unit.actor().person};
  const std::int64_t both[] = {grantor.value, input.delegate_id.value};
  const auto members = person::members_of(unit, input.org_id, both);
  const auto number_of = [&](PersonId person) -> std::int64_t {
    for (const auto& one : members) {
      if (one.person == person.value) return one.member;
    }
    return 0;
  };
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value, .author = grantor.value}, no_unit));
  if (number_of(grantor) == 0 || number_of(input.delegate_id) == 0 || grantor == input.delegate_id) {
    return base::fail(Errc::not_found, no_person);
  }
  // rule
  ENT_TRY(perm, named_permission(input.permission));
  ENT_TRY(entry, delegable_entry(input, perm));
  ENT_REFUSE(well_formed(input, from));
  if (!unit::Others::may_hand_on(unit, perm, entry, input.org_id.value)) {
    return base::invalid("/scope", "rights.not_held");
  }
  // rows
  const auto id = make_id<DelegationId>(input.org_id.value, unit.take_numbers(granted, input.org_id.value, "delegation"));
  Delegation row{id,   input.org_id,   grantor,     input.delegate_id, input.permission, entry_text(entry),
                 from, input.valid_to, input.reason};
  rows::insert(unit, granted, row, number_of(grantor), number_of(input.delegate_id));
  unit.rights_changed(granted, input.org_id.value);
  // event
  unit.publish(granted, "rights.was_delegated", id.value);
  return row;
}

/// rights.delegation_end
Result<Done> delegation_end_(Write<Perm::access_delegate>& unit, const DelegationEnd& input) {
  // facts
  const auto standing = rows::find_delegation(unit, input.id);
  // guard
  const std::int64_t author = standing ? standing->grantor_id.value : 0;
  ENT_TRY(granted, unit.may({.org = input.id.establishment(), .author = author}, no_delegation));
  if (!standing) return base::fail(Errc::not_found, no_delegation);
  // rule
  const Date end = input.ends_on.value_or(unit.today());
  if (end < standing->valid_from) return base::invalid("/ends_on", "rights.ends_before");
  // rows
  rows::end(unit, granted, input.id, end);
  unit.rights_changed(granted, input.id.establishment());
  // event
  unit.publish(granted, "rights.delegation_was_ended", input.id.value);
  return Done{};
}

}  // namespace

extern constexpr Op op_explain = op<&explain_>("rights.explain", "0.1");
extern constexpr Op op_who_can = op<&who_can_>("rights.who_can", "0.1");
extern constexpr Op op_override_set = op<&override_set_>("rights.override_set", "0.1");
extern constexpr Op op_override_end = op<&override_end_>("rights.override_end", "0.1");
extern constexpr Op op_overrides = op<&overrides_>("rights.overrides", "0.1");
extern constexpr Op op_delegate = op<&delegate_>("rights.delegate", "0.1");
extern constexpr Op op_delegation_end = op<&delegation_end_>("rights.delegation_end", "0.1");

Result<Explanation> explain(Session& session, const Explain& input, const CallOptions& options) {
  return run<Explanation>(op_explain, session, input, options);
}
Result<Holders> who_can(Session& session, const WhoCan& input, const CallOptions& options) {
  return run<Holders>(op_who_can, session, input, options);
}
Result<Override> override_set(Session& session, const OverrideSet& input, const CallOptions& options) {
  return run<Override>(op_override_set, session, input, options);
}
Result<Done> override_end(Session& session, const OverrideEnd& input, const CallOptions& options) {
  return run<Done>(op_override_end, session, input, options);
}
Result<Overrides> overrides(Session& session, const ListOverrides& input, const CallOptions& options) {
  return run<Overrides>(op_overrides, session, input, options);
}
Result<Delegation> delegate(Session& session, const Delegate& input, const CallOptions& options) {
  return run<Delegation>(op_delegate, session, input, options);
}
Result<Done> delegation_end(Session& session, const DelegationEnd& input, const CallOptions& options) {
  return run<Done>(op_delegation_end, session, input, options);
}

}  // namespace ent::rights
