/// What councils may say of a pupil in one word.
#pragma once

#include <vector>

#include "ent/report_entry.hpp"
#include "unit/unit.hpp"

namespace ent::report {

/// What the school says itself, or else what the library brings along.
std::vector<Opinion> opinions_of(unit::Unit& unit, OrgId org);

}  // namespace ent::report
