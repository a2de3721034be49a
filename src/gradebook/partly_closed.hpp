/// What may be said of an assessment on whose day the period is closed for some of its group.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ent/gradebook.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// Whom a new assessment shall name, of those whom it is asked to (`named`, members in the order of `pupil_ids`; none: all of its group): where the
/// day is closed for some of them, the others. Refused where it is open for none, and where somebody is asked for by name for whom it is closed.
Result<std::vector<std::int64_t>> named_where_open(unit::Unit& unit, const Assessment& assessment, std::vector<std::int64_t> named);

/// Refuses to remove an assessment in which somebody has a part for whom its day is closed: who has a mark, or was asked and has none.
std::optional<Error> may_be_removed(unit::Unit& unit, const Assessment& assessment);

/// Refuses likewise to make it count otherwise; where it asks others and stays as it is, for these others. Both tell whom they name.
std::optional<Error> may_count_otherwise(unit::Unit& unit, const Assessment& before, const Assessment& after);

}  // namespace ent::gradebook
