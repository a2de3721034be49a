/// The rows of `mark_annotation`.
#pragma once

#include <span>
#include <vector>

#include "ent/gradebook.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook::rows {

/// Those that may be entered, by code.
std::vector<Annotation> annotations(unit::Unit& unit, OrgId org);
/// In the place of all: of the others the labels stay, for marks that name them.
void put_annotations(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Annotation> items);

}  // namespace ent::gradebook::rows
