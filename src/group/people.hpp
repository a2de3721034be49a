/// The people that an input names, as the member numbers of a unit.
#pragma once

#include <string_view>
#include <vector>

#include "ent/person.hpp"
#include "unit/unit.hpp"

namespace ent::group {

/// In order, each once; refuses whom the unit does not know, by the place in the input.
Result<std::vector<std::int64_t>> numbers_of(unit::Unit& unit, OrgId org, const std::vector<PersonId>& people,
                                             std::string_view path);

}  // namespace ent::group
