// Averages with marks that might be.
#include "gradebook/averages.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/pupil_facts.hpp"
#include "gradebook/rules.hpp"
#include "gradebook/suppose.hpp"
#include "gradebook/target.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

/// gradebook.what_if
Result<Supposition> what_if_(Read<Perm::mark_read>& unit, const WhatIf& input) {
  // facts
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  // guard
  ENT_TRY(shown, shown_of(unit, input.org_id, input.pupil_id));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  // rule
  ENT_TRY(span, span_of(unit, input.org_id, input.first_day, input.last_day, input.period_id));
  const PupilFacts facts(unit, input.org_id, pupil->member, shown, span, PupilFacts::Missing::told);
  ENT_REFUSE(well_formed(input, facts.formula.policy.scale));
  ENT_TRY(supposed, suppose(input, facts.marks, facts.missing, facts.boxes, facts.formula.policy.entry, span.last_day));
  Supposition answer;
  if (input.target) {
    answer.needed = needed_in(facts.basis(), supposed, facts.points, *input.target, input.step);
    PupilMark& unknown = supposed.marks[*supposed.unknown];
    unknown.value = answer.needed->mark;
    unknown.kind = unknown.value ? MarkKind::number : MarkKind::not_entered;
  }
  Averages averages = averages_of(facts.basis(), facts.place, std::move(supposed.marks), facts.points);
  if (!shows_all_subjects(shown)) keep_silent_over_all(averages);
  answer.items = std::move(averages.items);
  answer.general = averages.general;
  answer.general_letter = std::move(averages.general_letter);
  answer.policy = std::move(averages.policy);
  answer.scale = averages.scale;
  answer.categories = std::move(averages.categories);
  return answer;
}

}  // namespace

extern constexpr Op op_what_if = op<&what_if_>("gradebook.what_if", "0.1");

Result<Supposition> what_if(Session& session, const WhatIf& input, const CallOptions& options) {
  return run<Supposition>(op_what_if, session, input, options);
}

}  // namespace ent::gradebook
