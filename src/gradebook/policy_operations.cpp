// How averages are made: policies of units and levels, coefficients of levels and divisions.
#include <algorithm>

#include "base/text.hpp"
#include "gradebook/categories.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/engine/presets.hpp"
#include "gradebook/formulas.hpp"
#include "gradebook/functions.hpp"
#include "gradebook/letters.hpp"
#include "gradebook/policy_rows.hpp"
#include "gradebook/policy_rules.hpp"
#include "gradebook/shown.hpp"
#include "gradebook/span.hpp"
#include "gradebook/target.hpp"
#include "group/divisions.hpp"
#include "group/functions.hpp"
#include "org/functions.hpp"
#include "period/functions.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

constexpr std::string_view no_unit = "org.not_found";

std::string level_of(const std::optional<std::string>& level) { return std::string(base::trim(level.value_or(""))); }

/// Refuses what would move a period that is closed: one that begins on this day or later. Above the establishments, where no
/// period is known, nothing holds from a day before today on.
std::optional<Error> moves_nothing(unit::Unit& unit, OrgId org, org::Kind kind, Date from) {
  if (kind != org::Kind::establishment) {
    return from < unit.today() ? std::optional(base::invalid("/valid_from", "gradebook.already_past")) : std::nullopt;
  }
  return moves_no_closed_period(unit, org, from);
}

PolicyView view_of(const rows::SaidBy& said) {
  const engine::Policy policy = policy_of(said.said);
  PolicyView view;
  if (said.org != 0) {
    view.org_id = OrgId{said.org};
    view.valid_from = said.valid_from;
  }
  if (!said.level.empty()) view.level = said.level;
  view.policy = said.said.preset;
  view.text = text_of(said.said);
  view.scale = policy.scale;
  view.step = policy.shown.subject.step != Decimal(0) ? policy.shown.subject.step : policy.root.rounding.step;
  view.missing = policy.root.missing == engine::Treatment::zero ? MissingRule::zero : MissingRule::left_out;
  view.best_more = policy.root.extremes.best_more;
  view.best_times = policy.root.extremes.best_times;
  view.worst_times = policy.root.extremes.worst_times;
  view.moved = said.said.moved.value_or(MovedRule::follow);
  view.negative = policy.entry.negative;
  view.above_maximum = policy.entry.above_maximum;
  view.decimals = policy.entry.decimals;
  view.letters = said.said.letters;
  view.quartiles = static_cast<QuartileRule>(policy.group.quartiles);
  view.categories = said.said.categories;
  view.weigh = static_cast<WeighRule>(policy.root.weigh);
  view.bonus = static_cast<BonusRule>(policy.root.bonus);
  view.optional = static_cast<OptionalRule>(policy.root.optional);
  view.year = static_cast<YearRule>(policy.year_of);
  view.roundings = said.said.roundings;
  return view;
}

/// gradebook.set_policy
Result<PolicyView> set_policy_(Write<Perm::subject_manage>& unit, const SetPolicy& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  if (!kind) return base::fail(Errc::not_found, no_unit);
  // rule
  ENT_REFUSE(well_formed(input));
  ENT_TRY(from, day_of(unit, input.org_id, input.valid_from, input.period_id));
  ENT_REFUSE(moves_nothing(unit, input.org_id, *kind, from));
  const rows::SaidBy policy{input.org_id.value, level_of(input.level), from,
                            {input.policy, input.step, input.rounding, input.missing, input.best_more, input.best_times,
                             input.worst_times, input.moved, input.negative, input.above_maximum, input.decimals,
                             input.letters ? std::optional(completed(*input.letters)) : std::nullopt, input.quartiles, tidy(input.categories),
                             input.weigh, input.bonus, input.optional, input.year, input.roundings}};
  // rows
  rows::put_policy(unit, granted, policy);
  // event
  unit.publish(granted, "gradebook.policy_was_set", input.org_id.value);
  return view_of(policy);
}

/// gradebook.policy
Result<PolicyView> policy_(Read<Perm::subject_read>& unit, const OfLevel& input) {
  const auto line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, no_unit);
  const auto policies = rows::policies_until(unit, line, unit.at());
  const rows::SaidBy* const found = holding(policies, level_of(input.level), unit.at());
  return view_of(found != nullptr ? *found : rows::SaidBy{.said = {.preset = std::string(engine::fr_exact.name)}});
}

/// Of whom coefficients are asked.
struct Weighed {
  std::int64_t division = 0;  ///< Number in the unit; 0: none.
  std::string level{};        ///< Empty: none.
  std::int64_t member = 0;    ///< 0: no pupil alone.
};

/// What subjects weigh there in what begins on a day.
Coefficients coefficients_on(unit::Unit& unit, OrgId org, const Weighed& of, std::optional<PersonId> pupil, Date day) {
  std::vector<std::int64_t> divisions{0}, members;
  if (of.division != 0) divisions.push_back(of.division);
  if (of.member != 0) members.push_back(of.member);
  Coefficients all;
  for (rows::WeightBy& one : nearest(holding(rows::weights_until(unit, org, divisions, members, day), day), of.level)) {
    all.items.push_back({std::move(one.subject), one.weight.coefficient, one.weight.mode.value_or(SubjectMode::ordinary),
                         one.division == 0 ? std::nullopt : std::optional(make_id<GroupId>(org.value, one.division)),
                         one.level.empty() ? std::nullopt : std::optional(std::move(one.level)), one.valid_from,
                         one.member == 0 ? std::nullopt : pupil});
  }
  return all;
}

/// A pupil in the division of a day.
Weighed weighed_pupil(unit::Unit& unit, OrgId org, std::int64_t member, Date day) {
  const auto seats = group::seats_of(unit, org, member, day);
  return seats.empty() ? Weighed{.member = member} : Weighed{seats.front().division, seats.front().level, member};
}

/// gradebook.set_coefficients
Result<Coefficients> set_coefficients_(Write<Perm::subject_manage>& unit, const SetCoefficients& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  const auto division = input.division_id ? group::find(unit, *input.division_id) : std::nullopt;
  const auto pupil = input.pupil_id ? person::find(unit, input.org_id, *input.pupil_id) : std::nullopt;
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  if (kind != org::Kind::establishment) return base::fail(Errc::not_found, no_unit);
  // rule
  ENT_REFUSE(well_formed(input));
  const bool is_division = division && division->view.org_id == input.org_id && division->view.kind == group::Kind::division;
  if (input.division_id && !is_division) return base::invalid("/division_id", "group.division_unknown");
  if (input.pupil_id && !pupil) return base::invalid("/pupil_id", no_person);
  ENT_TRY(from, day_of(unit, input.org_id, input.valid_from, input.period_id));
  if (pupil && !person::has_post(unit, input.org_id, pupil->member, Profile::pupil, person::any_function, {from, open_end})) {
    return base::invalid("/pupil_id", "attendance.not_a_pupil");
  }
  ENT_REFUSE(moves_nothing(unit, input.org_id, *kind, from));
  // rows
  Weighed of{input.division_id ? input.division_id->number() : 0, level_of(input.level)};
  if (pupil) {
    rows::put_own_coefficients(unit, granted, input.org_id, pupil->member, from, tidy(input.items));
    of = weighed_pupil(unit, input.org_id, pupil->member, from);
  } else {
    rows::put_coefficients(unit, granted, input.org_id, of.division, of.level, from, tidy(input.items));
  }
  // event
  unit.publish(granted, "gradebook.coefficients_were_set", input.org_id.value);
  return coefficients_on(unit, input.org_id, of, input.pupil_id, from);
}

/// gradebook.coefficients
Result<Coefficients> coefficients_(Read<Perm::subject_read>& unit, const OfCoefficients& input) {
  const auto kind = org::kind_at(unit, input.org_id, unit.at());
  const auto division = input.division_id ? group::find(unit, *input.division_id) : std::nullopt;
  const auto pupil = input.pupil_id ? person::find(unit, input.org_id, *input.pupil_id) : std::nullopt;
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  static_cast<void>(granted);
  if (!kind) return base::fail(Errc::not_found, no_unit);
  if (input.pupil_id && (input.division_id || input.level)) return base::invalid("/pupil_id", "gradebook.level_or_division");
  if (input.division_id && (!division || division->view.org_id != input.org_id)) {
    return base::invalid("/division_id", "group.division_unknown");
  }
  if (input.pupil_id) {
    const bool told = pupil && shows_any(shown_if_any(unit, input.org_id, *input.pupil_id));
    if (!told) return base::fail(Errc::not_found, no_person);
    return coefficients_on(unit, input.org_id, weighed_pupil(unit, input.org_id, pupil->member, unit.at()), input.pupil_id, unit.at());
  }
  std::string level = level_of(input.level);
  if (level.empty() && division && division->view.levels.size() == 1) level = division->view.levels.front();
  return coefficients_on(unit, input.org_id, {division ? division->view.id.number() : 0, std::move(level)}, {}, unit.at());
}

}  // namespace

extern constexpr Op op_set_policy = op<&set_policy_>("gradebook.set_policy", "0.1");
extern constexpr Op op_policy = op<&policy_>("gradebook.policy", "0.1");
extern constexpr Op op_set_coefficients = op<&set_coefficients_>("gradebook.set_coefficients", "0.1");
extern constexpr Op op_coefficients = op<&coefficients_>("gradebook.coefficients", "0.1");

Result<PolicyView> set_policy(Session& session, const SetPolicy& input, const CallOptions& options) {
  return run<PolicyView>(op_set_policy, session, input, options);
}
Result<PolicyView> policy(Session& session, const OfLevel& input, const CallOptions& options) {
  return run<PolicyView>(op_policy, session, input, options);
}
Result<Coefficients> set_coefficients(Session& session, const SetCoefficients& input, const CallOptions& options) {
  return run<Coefficients>(op_set_coefficients, session, input, options);
}
Result<Coefficients> coefficients(Session& session, const OfCoefficients& input, const CallOptions& options) {
  return run<Coefficients>(op_coefficients, session, input, options);
}

}  // namespace ent::gradebook
