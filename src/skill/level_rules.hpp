/// What a grid of levels changes of what stands: pure functions.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "skill/level_rows.hpp"

namespace ent::skill {

/// Item and member: where a level stands in its evaluation.
using Spot = std::pair<std::int64_t, std::int64_t>;

inline Spot place_of(const rows::LevelRow& row) noexcept { return {row.item, row.member}; }

/// What stands in a place; null: nothing. `standing` by place.
const rows::LevelRow* standing_in(std::span<const rows::LevelRow> standing, Spot place);

/// What a grid changes.
struct GridChanges {
  std::vector<rows::LevelRow> before{};  ///< What stands where something changes.
  std::vector<rows::LevelRow> after{};   ///< What comes in its place.

  /// Puts a row in the place of what stands there, unless it says the same.
  void put(rows::LevelRow row, const rows::LevelRow* stands);
};

}  // namespace ent::skill
