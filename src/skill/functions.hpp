/// What others may ask of skills.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ent/skill.hpp"
#include "gradebook/span.hpp"
#include "unit/unit.hpp"

namespace ent::skill {

/// The degrees of members of a unit in the domains, components and items of the referential of a code that holds there, by the code
/// of each: of all that was said in the days, and what was decided by hand. What has no degree is left out; nothing where no such
/// referential holds.
Result<std::map<std::int64_t, std::map<std::string, std::int32_t>>> degrees_of(unit::Unit& unit, OrgId org,
                                                                               const std::vector<std::int64_t>& members,
                                                                               std::string_view referential,
                                                                               const gradebook::Span& span);

}  // namespace ent::skill
