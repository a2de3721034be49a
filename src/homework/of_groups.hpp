/// Homework of groups that are no more.
#pragma once

#include <cstdint>
#include <span>

#include "unit/unit.hpp"

namespace ent::homework {

/// Removes what was set for these groups of a unit, with what their members have ticked off. Who is and was in them must still stand.
void remove_of(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> groups);

}  // namespace ent::homework
