/// The methods that have a name: docs/skills.md says where each comes from.
#pragma once

#include <span>
#include <string_view>

#include "skill/engine/method.hpp"

namespace ent::skill::engine {

/// The method of this name; null: there is none.
const Method* preset(std::string_view name);

/// All of them, the default first.
std::span<const Method> presets();

/// The points of a position of 1 to 4 on a report card, and the mark out of 20 that a number of them makes: the nearest whole
/// one, from the middle upwards. `positions` is not empty.
Rational mark_of_positions(std::span<const std::int32_t> positions);

}  // namespace ent::skill::engine
