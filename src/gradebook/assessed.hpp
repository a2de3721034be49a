/// What assessments rest on.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "unit/unit.hpp"

namespace ent::gradebook {

/// The services of a unit, by number, in which something was assessed, be it removed since, averages were adjusted, or of which boxes were said.
std::vector<std::int64_t> services_assessed(unit::Unit& unit, OrgId org);

/// Whether the same holds of one of these groups of a unit.
bool any_assessed(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups);

}  // namespace ent::gradebook
