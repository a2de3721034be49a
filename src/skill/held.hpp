/// Which referentials hold in a unit.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "skill/referential_rows.hpp"
#include "unit/unit.hpp"

namespace ent::skill {

/// Of versions by code, the nearest unit first, the latest first: the one of each code that holds.
std::vector<ReferentialView> holding(std::vector<ReferentialView> versions);

/// What is shown of these items, by id; of items that are not in a referential that holds in the line of units on the day, nothing.
std::unordered_map<std::int64_t, rows::ItemRow> items_held(unit::Unit& unit, std::span<const std::int64_t> line, Date on,
                                                           std::span<const SkillItemId> items);

/// For which items that hold on the day these count: for those of the same codes, whatever the version. By id.
std::unordered_map<std::int64_t, SkillItemId> items_now(unit::Unit& unit, std::span<const std::int64_t> line, Date on,
                                                        std::span<const SkillItemId> items);

}  // namespace ent::skill
