/// What makes a bonus/malus column well-formed, and what it changes: pure functions.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "gradebook/adjustment_rows.hpp"

namespace ent::gradebook {

std::optional<Error> well_formed(const Adjust& input, Decimal scale);

/// What of the wanted rows says something else than what stands (by member), as its next version.
std::vector<rows::AdjustmentRow> adjustment_changes(std::vector<rows::AdjustmentRow> wanted, std::span<const rows::AdjustmentRow> standing);

}  // namespace ent::gradebook
