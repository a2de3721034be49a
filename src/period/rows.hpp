/// The rows of the period domain.
#pragma once

#include <optional>
#include <vector>

#include "ent/period.hpp"
#include "unit/unit.hpp"

namespace ent::period::rows {

/// Those of a school year, by code.
std::vector<Scheme> schemes(unit::Unit& unit, OrgId org, std::int32_t school_year);
std::optional<View> find(unit::Unit& unit, PeriodId id);
std::vector<PeriodId> begun_since(unit::Unit& unit, OrgId org, Date day);

/// In the place of what stands under the scheme's code; each period has its id. Without periods, nothing stands there.
void replace(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year, const Scheme& scheme);

}  // namespace ent::period::rows
