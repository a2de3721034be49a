/// What was written since some time.
#pragma once

#include <cstdint>
#include <vector>

#include "unit/unit.hpp"

namespace ent::notebook {

/// The lessons of a unit, as LessonId::number, whose entries somebody has written since.
std::vector<std::int64_t> lessons_written_since(unit::Unit& unit, OrgId org, Instant since);

}  // namespace ent::notebook
