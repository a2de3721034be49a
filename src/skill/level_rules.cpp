#include "skill/level_rules.hpp"

#include <algorithm>
#include <tuple>

namespace ent::skill {

using rows::LevelRow;

const LevelRow* standing_in(std::span<const LevelRow> standing, Spot place) {
  const auto found = std::ranges::lower_bound(standing, place, {}, place_of);
  return found != standing.end() && place_of(*found) == place ? &*found : nullptr;
}

void GridChanges::put(LevelRow row, const LevelRow* stands) {
  const auto says = [](const LevelRow& one) { return std::tie(one.kind, one.level, one.comment, one.evidence); };
  if (says(row) == says(stands != nullptr ? *stands : LevelRow{})) return;
  if (stands != nullptr) {
    row.version = stands->version + 1;
    before.push_back(*stands);
  }
  after.push_back(std::move(row));
}

}  // namespace ent::skill
