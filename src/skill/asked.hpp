/// The evaluation that is asked about.
#pragma once

#include <optional>

#include "skill/evaluation_rows.hpp"
#include "skill/target.hpp"

namespace ent::skill {

/// One that stands; of one that was removed the group is still known.
struct Asked {
  std::optional<rows::EvaluationRow> row;
  std::optional<GroupId> group;

  Asked(unit::Unit& unit, SkillEvaluationId id)
      : row(rows::find_evaluation(unit, id)),
        group(row ? std::optional(row->view.group_id) : rows::group_of_evaluation(unit, id)) {}

  /// What the right is asked about: the establishment, where there is no such evaluation.
  access::Target target(SkillEvaluationId id) const { return group ? about(*group) : about(OrgId{id.establishment()}); }
};

}  // namespace ent::skill
