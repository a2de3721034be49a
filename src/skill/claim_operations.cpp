// What pupils say of their own skills, and what is decided on it.
#include "base/text.hpp"
#include "gradebook/closing.hpp"
#include "group/functions.hpp"
#include "org/functions.hpp"
#include "person/functions.hpp"
#include "skill/claim_rows.hpp"
#include "skill/claim_rules.hpp"
#include "skill/describe.hpp"
#include "skill/held.hpp"
#include "skill/scales.hpp"
#include "skill/target.hpp"
#include "unit/op.hpp"

namespace ent::skill {
namespace {

/// skill.claim
Result<Claim> claim_(Write<Perm::skill_claim>& unit, const MakeClaim& input) {
  // facts
  const PersonId self{unit.actor().person};
  const auto pupil = person::find(unit, input.org_id, self);
  const auto line = org::line_of(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(about(input.org_id, self, false), no_person));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  // rule
  const auto scale = rows::scale_on(unit, line, unit.today()).id;
  ENT_REFUSE(well_formed(input, rows::levels_in(unit, std::span(&scale, 1)).at(scale).size()));
  const auto held = items_held(unit, line, unit.today(), std::span(&input.item_id, 1));
  if (held.empty()) return base::invalid("/item_id", no_item);
  if (input.request && !rows::claimed(unit, input.org_id, pupil->member, std::span(&input.item_id.value, 1), false).empty()) {
    return base::fail(Errc::failed_precondition, "skill.already_asked");
  }
  // rows
  rows::ClaimRow row{.member = pupil->member, .scale = scale};
  row.view.id = make_id<SkillClaimId>(input.org_id.value, unit.take_numbers(granted, input.org_id.value, "skill_claim"));
  row.view.item_id = input.item_id;
  row.view.level = input.level;
  if (input.evidence) row.view.evidence = std::string(base::trim(*input.evidence));
  row.view.date = unit.today();
  row.view.state = input.request ? ClaimState::requested : ClaimState::noted;
  rows::insert_claim(unit, granted, row);
  // event
  unit.publish(granted, "skill.was_claimed", row.view.id.value);
  return rows::find_claim(unit, row.view.id)->view;
}

/// skill.decide
Result<Claim> decide_(Write<Perm::skill_evaluate>& unit, const Decide& input) {
  // facts
  const OrgId org{input.id.establishment()};
  auto row = rows::find_claim(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(row ? about(org, row->view.pupil.id, false) : about(org), no_claim));
  if (!row) return base::fail(Errc::not_found, no_claim);
  // rule
  Claim& claim = row->view;
  if (claim.state != ClaimState::requested) return base::fail(Errc::failed_precondition, "skill.not_asked");
  ENT_REFUSE(well_formed(input, claim.level, rows::levels_in(unit, std::span(&row->scale, 1)).at(row->scale).size()));
  if (input.validated) ENT_REFUSE(gradebook::open_for(unit, org, row->member, unit.today()));
  // rows
  claim.state = input.validated ? ClaimState::validated : ClaimState::refused;
  if (input.validated) claim.decided_level = input.level ? input.level : claim.level;
  if (input.reason) claim.reason = std::string(base::trim(*input.reason));
  claim.decided_on = unit.today();
  rows::decide_claim(unit, granted, claim);
  // event
  unit.publish(granted, "skill.claim_was_decided", input.id.value);
  return claim;
}

/// skill.claims
Result<Claims> claims_(Read<Perm::skill_read>& unit, const ListClaims& input) {
  const auto pupil = input.pupil_id ? person::find(unit, input.org_id, *input.pupil_id) : std::nullopt;
  const bool of_group = input.group_id && !input.pupil_id;
  const auto target = input.pupil_id ? about(input.org_id, *input.pupil_id, true) : of_group ? about(*input.group_id) : about(input.org_id);
  ENT_TRY(granted, unit.may(target, of_group ? no_group : no_person));
  static_cast<void>(granted);
  if (input.pupil_id.has_value() == input.group_id.has_value()) return base::invalid("/pupil_id", "skill.pupil_or_group");
  std::vector<std::int64_t> members;
  if (pupil) members.push_back(pupil->member);
  if (of_group) {
    if (input.group_id->establishment() != input.org_id.value || !group::find(unit, *input.group_id)) {
      return base::fail(Errc::not_found, no_group);
    }
    for (const group::Pupil& one : group::pupils_on(unit, *input.group_id, unit.at())) members.push_back(one.member);
  }
  if (input.pupil_id && !pupil) return base::fail(Errc::not_found, no_person);
  return Claims{rows::claims_of(unit, input.org_id, members, input.waiting)};
}

}  // namespace

extern constexpr Op op_claim = op<&claim_>("skill.claim", "0.1");
extern constexpr Op op_decide = op<&decide_>("skill.decide", "0.1");
extern constexpr Op op_claims = op<&claims_>("skill.claims", "0.1");

Result<Claim> claim(Session& session, const MakeClaim& input, const CallOptions& options) {
  return run<Claim>(op_claim, session, input, options);
}
Result<Claim> decide(Session& session, const Decide& input, const CallOptions& options) {
  return run<Claim>(op_decide, session, input, options);
}
Result<Claims> claims(Session& session, const ListClaims& input, const CallOptions& options) {
  return run<Claims>(op_claims, session, input, options);
}

}  // namespace ent::skill
