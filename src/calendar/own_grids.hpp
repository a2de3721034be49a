/// The bells that a unit itself has set, as they are taken back.
#pragma once

#include <vector>

#include "calendar/rules.hpp"
#include "unit/unit.hpp"

namespace ent::calendar {

/// All grids that a unit has ever set, by code and day.
std::vector<DatedGrid> own_grids(unit::Unit& unit, OrgId org);
void put_back(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const DatedGrid& grid);
void remove_grid(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const DatedGrid& grid);

}  // namespace ent::calendar
