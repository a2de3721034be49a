/// At which levels the pupils of divisions are enrolled.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>

#include "ent/group.hpp"
#include "unit/unit.hpp"

namespace ent::group {

/// Of these groups of a unit, by number: the levels that are said of pupils who are, were or will be in them.
std::map<std::int64_t, std::set<std::string>> pupil_levels(unit::Unit& unit, OrgId org, std::span<const GroupId> groups);

}  // namespace ent::group
