// What people decide of a pupil's skills by hand: degrees, attestations.
#include <algorithm>

#include "base/text.hpp"
#include "base/unit_key.hpp"
#include "ent/profile.hpp"
#include "gradebook/closing.hpp"
#include "org/functions.hpp"
#include "person/functions.hpp"
#include "skill/balance_facts.hpp"
#include "skill/describe.hpp"
#include "skill/held.hpp"
#include "skill/target.hpp"
#include "unit/op.hpp"

namespace ent::skill {
namespace {

constexpr std::size_t longest_verdict_reason = 300;
constexpr std::int32_t most_degrees = 6;
constexpr Date since_ever{std::chrono::year{1900} / 1 / 1};

/// The highest degree by the method that holds for an item on a day; without an item, of any method.
Result<std::int32_t> highest_degree(unit::Unit& unit, std::span<const std::int64_t> line, const rows::ItemRow* item, Date on) {
  if (item == nullptr) return most_degrees;
  ENT_TRY(chosen, method_for(unit, line, item->referential_code, {on, on}, std::nullopt));
  return static_cast<std::int32_t>(chosen.method.bounds.size()) + 1;
}

/// skill.override_degree
Result<Done> override_degree_(Write<Perm::skill_attest>& unit, const OverrideDegree& input) {
  // facts
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  const auto line = org::line_of(unit, input.org_id, unit.today());
  const auto nodes = rows::items_of(unit, std::span(&input.item_id.value, 1));
  // guard
  ENT_TRY(granted, unit.may(about(input.org_id, input.pupil_id, false), no_person));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  // rule
  const bool held = !nodes.empty() && std::ranges::find(line, input.item_id.establishment()) != line.end();
  const Date on = input.date.value_or(unit.today());
  ENT_TRY(highest, highest_degree(unit, line, held ? &nodes.at(input.item_id.value) : nullptr, on));
  const std::string reason(base::trim(input.reason));
  base::Fields fields;
  fields.refuse_if(input.degree && (*input.degree < 1 || *input.degree > highest), "/degree", "field.range")
      .length(reason, 1, longest_verdict_reason, "/reason")
      .refuse_if(!held, "/item_id", no_item);
  ENT_REFUSE(fields.error());
  ENT_REFUSE(gradebook::open_for(unit, input.org_id, pupil->member, on, gradebook::PeriodState::locked));
  // rows
  rows::add_decided_degree(unit, granted, input.org_id, pupil->member, input.item_id, on,
                           {input.degree, reason, input.pupils_from, input.parents_from});
  // event
  unit.publish(granted, "skill.degree_was_decided", input.pupil_id.value);
  return Done{};
}

/// What the pupil has acquired of a referential up to today, and the numbers of the decisions that it rests on.
struct Acquired {
  Computed balance{};
  std::vector<std::int64_t> decisions{};
};

/// An item whose degree was decided is acquired, or not, by that, whatever the method: the attestation says which.
Result<Acquired> acquired_by(unit::Unit& unit, OrgId org, std::int64_t member, std::span<const std::int64_t> line, const Seen& seen) {
  const gradebook::Span span{since_ever, unit.today()};
  ENT_TRY(chosen, method_for(unit, line, seen.view.code, span, std::nullopt));
  auto facts = facts_of(unit, org, {member}, {.all = true}, span);
  auto decisions = decisions_of(unit, org, {member}, {.all = true}, span);
  const auto decided = standing(decisions[member], span);
  chosen.method.decided_count = true;
  Acquired acquired{balance_of(chosen, seen, facts[member], decided), {}};
  for (const ItemKey& key : acquired.balance.decided) acquired.decisions.push_back(decided.at(key).verdict);
  return acquired;
}

/// skill.attest
Result<Attestation> attest_(Write<Perm::skill_attest>& unit, const Attest& input) {
  // facts
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  const auto line = org::line_of(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(about(input.org_id, input.pupil_id, false), no_person));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  // rule
  ENT_TRY(seen, seen_referential(unit, line, input.referential_id));
  if (!seen.view.attestation_share) return base::fail(Errc::failed_precondition, "skill.not_attested_here");
  const auto of_referential = [&](const Attestation& one) { return one.referential_id == input.referential_id; };
  const std::int64_t numbers[] = {base::in_unit(input.org_id.value, pupil->member)};
  const auto before = rows::attestations_of(unit, numbers, {.all = true});
  const auto stands = std::ranges::find_if(before, of_referential);
  const bool by_head = unit.actor().profile == Profile::head;
  const bool attested = stands != before.end();
  if (attested && (!by_head || stands->signed_on)) return base::fail(Errc::already_exists, "skill.attested");
  ENT_TRY(found, acquired_by(unit, input.org_id, pupil->member, line, seen));
  if (!reaches(found.balance, *seen.view.attestation_share, seen.view.attestation_domain_share.value_or(0))) {
    return base::fail(Errc::failed_precondition, "skill.below_threshold");
  }
  // rows
  if (!attested) rows::add_signature(unit, granted, input.org_id, pupil->member, input.referential_id, rows::Signature::attested, found.decisions);
  if (by_head) rows::add_signature(unit, granted, input.org_id, pupil->member, input.referential_id, rows::Signature::countersigned);
  // event
  unit.publish(granted, "skill.was_attested", input.pupil_id.value);
  const auto after = rows::attestations_of(unit, numbers, {.all = true});
  return *std::ranges::find_if(after, of_referential);
}

/// skill.attestations
Result<Attestations> attestations_(Read<Perm::skill_read>& unit, const OfAttestations& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  ENT_TRY(shown, shown_of(unit, input.org_id, input.pupil_id));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  const auto members = members_shown(unit, input.org_id, PersonId{pupil->person.person}, shown);
  return Attestations{rows::attestations_of(unit, members, shown)};
}

}  // namespace

extern constexpr Op op_override_degree = op<&override_degree_>("skill.override_degree", "0.1");
extern constexpr Op op_attest = op<&attest_>("skill.attest", "0.1");
extern constexpr Op op_attestations = op<&attestations_>("skill.attestations", "0.1");

Result<Done> override_degree(Session& session, const OverrideDegree& input, const CallOptions& options) {
  return run<Done>(op_override_degree, session, input, options);
}
Result<Attestation> attest(Session& session, const Attest& input, const CallOptions& options) {
  return run<Attestation>(op_attest, session, input, options);
}
Result<Attestations> attestations(Session& session, const OfAttestations& input, const CallOptions& options) {
  return run<Attestations>(op_attestations, session, input, options);
}

}  // namespace ent::skill
