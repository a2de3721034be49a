/// The rows of `skill_evaluation` and `skill_evaluation_item`.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ent/skill.hpp"
#include "gradebook/span.hpp"
#include "unit/unit.hpp"

namespace ent::skill::rows {

/// An evaluation with the scale by which its levels are entered.
struct EvaluationRow {
  Evaluation view{};
  std::int64_t scale = 0;
};

/// One that was not removed.
std::optional<EvaluationRow> find_evaluation(unit::Unit& unit, SkillEvaluationId id);
/// The group of one that may have been removed: who may do what with it is told that it is gone.
std::optional<GroupId> group_of_evaluation(unit::Unit& unit, SkillEvaluationId id);
/// Those of a group in a span of days, by day.
std::vector<Evaluation> evaluations_of(unit::Unit& unit, GroupId group, const gradebook::Span& span);

/// Those of an assessment of the group.
std::vector<Evaluation> evaluations_in(unit::Unit& unit, GroupId group, AssessmentId assessment);

void insert_evaluation(unit::WriteUnit& unit, const unit::Granted& granted, const EvaluationRow& row);
/// Name, publication and revision; `added` items go behind the `had` ones.
void update_evaluation(unit::WriteUnit& unit, const unit::Granted& granted, const Evaluation& view, std::size_t had,
                       std::span<const SkillItemId> added);
/// Those of these numbers, from now on on another day.
void put_on_day(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> evaluations, Date to);
void remove_evaluation(unit::WriteUnit& unit, const unit::Granted& granted, SkillEvaluationId id);
void set_evaluation_revision(unit::WriteUnit& unit, const unit::Granted& granted, SkillEvaluationId id, std::int64_t revision);

}  // namespace ent::skill::rows
