/// What was written since some time.
#pragma once

#include <cstdint>
#include <vector>

#include "unit/unit.hpp"

namespace ent::attendance {

/// The lessons of a unit, as LessonId::number, of which somebody has saved the register since.
std::vector<std::int64_t> lessons_called_since(unit::Unit& unit, OrgId org, Instant since);

}  // namespace ent::attendance
