/// What was evaluated in groups.
#pragma once

#include <cstdint>
#include <span>

#include "unit/unit.hpp"

namespace ent::skill {

/// Whether something was evaluated in one of these groups of a unit, be it removed since.
bool any_evaluated(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups);

}  // namespace ent::skill
