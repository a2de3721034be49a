// Evaluations: what is evaluated in a group on a day.
#include <algorithm>

#include "base/text.hpp"
#include "gradebook/closing.hpp"
#include "gradebook/functions.hpp"
#include "group/functions.hpp"
#include "org/functions.hpp"
#include "skill/asked.hpp"
#include "skill/describe.hpp"
#include "skill/evaluation_rules.hpp"
#include "skill/held.hpp"
#include "skill/moving.hpp"
#include "skill/scales.hpp"
#include "unit/op.hpp"

namespace ent::skill {
namespace {

/// Refuses the items that nobody may be evaluated in here.
std::optional<Error> expect_items(unit::Unit& unit, std::span<const std::int64_t> line, Date on, const std::vector<SkillItemId>& items,
                                  const std::string& path) {
  const auto held = items_held(unit, line, on, items);
  base::Fields fields;
  for (std::size_t i = 0; i < items.size(); ++i) {
    fields.refuse_if(!held.contains(items[i].value), path + "/" + std::to_string(i), no_item);
  }
  return fields.error();
}

/// skill.add_evaluation
Result<Evaluation> add_evaluation_(Write<Perm::skill_evaluate>& unit, const AddEvaluation& input) {
  // facts
  const OrgId org{input.group_id.establishment()};
  const auto group = group::find(unit, input.group_id);
  const auto assessment = input.assessment_id ? gradebook::find_assessment(unit, *input.assessment_id) : std::nullopt;
  const auto line = org::line_of(unit, org, input.date);
  // guard
  ENT_TRY(granted, unit.may(about(input.group_id), no_group));
  if (!group) return base::fail(Errc::not_found, no_group);
  // rule
  ENT_REFUSE(well_formed(input));
  const bool fits = assessment && assessment->group_id == input.group_id && assessment->date == input.date;
  if (input.assessment_id && !fits) return base::invalid("/assessment_id", "skill.other_assessment");
  ENT_REFUSE(expect_items(unit, line, input.date, input.item_ids, "/item_ids"));
  ENT_REFUSE(gradebook::open_on(unit, input.group_id, input.date));
  // rows
  const auto id = make_id<SkillEvaluationId>(org.value, unit.take_numbers(granted, org.value, "skill_evaluation"));
  auto subject = input.subject_code ? std::optional(std::string(base::trim(*input.subject_code))) : std::nullopt;
  if (!subject && assessment) subject = assessment->subject_code;
  const rows::EvaluationRow row{{id, input.group_id, std::move(subject), std::string(base::trim(input.name)), input.date, input.item_ids,
                                 input.assessment_id, input.pupils_from, input.parents_from, 1},
                                rows::scale_on(unit, line, input.date).id};
  rows::insert_evaluation(unit, granted, row);
  // event
  unit.publish(granted, "skill.evaluation_was_added", id.value);
  return row.view;
}

/// To a day on which its items hold, in an open period, out of one; together with the assessment that it is of.
std::optional<Error> may_move(unit::Unit& unit, const Evaluation& view, Date to) {
  const auto assessment = view.assessment_id ? gradebook::find_assessment(unit, *view.assessment_id) : std::nullopt;
  if (assessment && assessment->date != to) return base::invalid("/date", "skill.other_assessment");
  ENT_REFUSE(expect_held(unit, OrgId{view.id.establishment()}, view.item_ids, to));
  ENT_REFUSE(gradebook::open_on(unit, view.group_id, view.date));
  return gradebook::open_on(unit, view.group_id, to);
}

/// skill.change_evaluation
Result<Evaluation> change_evaluation_(Write<Perm::skill_evaluate>& unit, const ChangeEvaluation& input) {
  // facts
  const Asked facts(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(facts.target(input.id), no_evaluation));
  if (!facts.row) return base::fail(Errc::not_found, no_evaluation);
  // rule
  Evaluation view = facts.row->view;
  ENT_REFUSE(unit.expect_revision(view.revision));
  ENT_REFUSE(well_formed(input, view));
  if (input.date && *input.date != view.date) {
    ENT_REFUSE(may_move(unit, view, *input.date));
    view.date = *input.date;
  }
  const auto line = org::line_of(unit, OrgId{input.id.establishment()}, view.date);
  ENT_REFUSE(expect_items(unit, line, view.date, input.add_item_ids, "/add_item_ids"));
  if (!input.add_item_ids.empty()) ENT_REFUSE(gradebook::open_on(unit, view.group_id, view.date));
  // rows
  const std::size_t had = view.item_ids.size();
  if (input.name) view.name = std::string(base::trim(*input.name));
  if (input.pupils_from || input.hidden) view.pupils_from = input.pupils_from;
  if (input.parents_from || input.hidden) view.parents_from = input.parents_from;
  view.item_ids.insert(view.item_ids.end(), input.add_item_ids.begin(), input.add_item_ids.end());
  ++view.revision;
  rows::update_evaluation(unit, granted, view, had, input.add_item_ids);
  // event
  unit.publish(granted, "skill.evaluation_was_changed", input.id.value);
  return view;
}

/// skill.remove_evaluation
Result<Done> remove_evaluation_(Write<Perm::skill_evaluate>& unit, const OfEvaluation& input) {
  // facts
  const Asked facts(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(facts.target(input.id), no_evaluation));
  if (!facts.row) return base::fail(Errc::not_found, no_evaluation);
  // rule
  ENT_REFUSE(unit.expect_revision(facts.row->view.revision));
  ENT_REFUSE(gradebook::open_on(unit, facts.row->view.group_id, facts.row->view.date));
  // rows
  rows::remove_evaluation(unit, granted, input.id);
  // event
  unit.publish(granted, "skill.evaluation_was_removed", input.id.value);
  return Done{};
}

/// skill.evaluations
Result<Evaluations> evaluations_(Read<Perm::skill_read>& unit, const ListEvaluations& input) {
  const auto group = group::find(unit, input.group_id);
  ENT_TRY(granted, unit.may(about(input.group_id), no_group));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, no_group);
  const OrgId org{input.group_id.establishment()};
  ENT_TRY(span, gradebook::span_of(unit, org, input.first_day, input.last_day, input.period_id));
  return Evaluations{rows::evaluations_of(unit, input.group_id, span)};
}

}  // namespace

extern constexpr Op op_add_evaluation = op<&add_evaluation_>("skill.add_evaluation", "0.1");
extern constexpr Op op_change_evaluation = op<&change_evaluation_>("skill.change_evaluation", "0.1");
extern constexpr Op op_remove_evaluation = op<&remove_evaluation_>("skill.remove_evaluation", "0.1");
extern constexpr Op op_evaluations = op<&evaluations_>("skill.evaluations", "0.1");

Result<Evaluation> add_evaluation(Session& session, const AddEvaluation& input, const CallOptions& options) {
  return run<Evaluation>(op_add_evaluation, session, input, options);
}
Result<Evaluation> change_evaluation(Session& session, const ChangeEvaluation& input, const CallOptions& options) {
  return run<Evaluation>(op_change_evaluation, session, input, options);
}
Result<Done> remove_evaluation(Session& session, const OfEvaluation& input, const CallOptions& options) {
  return run<Done>(op_remove_evaluation, session, input, options);
}
Result<Evaluations> evaluations(Session& session, const ListEvaluations& input, const CallOptions& options) {
  return run<Evaluations>(op_evaluations, session, input, options);
}

}  // namespace ent::skill
