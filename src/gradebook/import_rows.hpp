/// The marks of several assessments at once.
#pragma once

#include <span>
#include <vector>

#include "gradebook/import_rules.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook::rows {

/// Those of these assessments of a unit that stand.
std::vector<Assessment> find_all(unit::Unit& unit, OrgId org, std::span<const AssessmentId> ids);

/// What stands in them, by assessment, then by member.
std::vector<CellRow> cells(unit::Unit& unit, OrgId org, std::span<const AssessmentId> ids);

/// Puts `after` in the place of what stands, keeps `before`, and counts a change of each assessment.
void replace_cells(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const CellRow> before,
                   std::span<const CellRow> after);

}  // namespace ent::gradebook::rows
