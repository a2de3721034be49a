/// What other domains may ask of the units.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ent/org.hpp"
#include "unit/unit.hpp"

namespace ent::org {

/// What the unit is on a date; none: there is no such unit then.
std::optional<Kind> kind_at(unit::Unit& unit, OrgId id, Date at);

/// The establishments that make up a unit on a date: itself, those below it, those that it runs.
std::vector<std::int64_t> establishments_of(unit::Unit& unit, OrgId id, Date at);

}  // namespace ent::org
