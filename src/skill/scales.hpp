/// Scales: what makes one well-formed, and where they stand.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "ent/skill.hpp"
#include "unit/unit.hpp"

namespace ent::skill {

std::optional<Error> well_formed(const SetScale& input);

/// The library's own: the four levels of the socle.
std::vector<LevelView> usual_levels();

/// Levels as they are shown, from 1; without white space around their texts.
std::vector<LevelView> levels_of(std::span<const Level> items);

namespace rows {

/// The public number of the library's own scale.
inline constexpr std::int64_t usual_scale = 0;

/// A scale that holds somewhere.
struct HeldScale {
  std::int64_t id = usual_scale;  ///< org << 32 | number.
  std::optional<Date> valid_from{};
};
/// Of a line of units the nearest one's on a day.
HeldScale scale_on(unit::Unit& unit, std::span<const std::int64_t> line, Date on);

/// The levels of these scales, by their ids; that of the library is there too.
std::map<std::int64_t, std::vector<LevelView>> levels_in(unit::Unit& unit, std::span<const std::int64_t> scales);

void insert_scale(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, Date valid_from, std::span<const LevelView> levels);

}  // namespace rows
}  // namespace ent::skill
