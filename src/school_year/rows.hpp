/// The rows of the school years that were opened.
#pragma once

#include <vector>

#include "ent/school_year.hpp"
#include "unit/unit.hpp"

namespace ent::school_year::rows {

/// The earliest first.
std::vector<Opening> openings(unit::Unit& unit, OrgId org);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const Opening& opening);
void confirm(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year);
void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year);

}  // namespace ent::school_year::rows
