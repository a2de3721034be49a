/// What makes claims and decisions on them well-formed: pure functions.
#pragma once

#include <cstddef>
#include <optional>

#include "ent/skill.hpp"

namespace ent::skill {

/// By a scale of `levels`; what item it is about is not looked at.
std::optional<Error> well_formed(const MakeClaim& input, std::size_t levels);
/// On a claim that names the level `claimed`, if it names one.
std::optional<Error> well_formed(const Decide& input, std::optional<std::int32_t> claimed, std::size_t levels);

}  // namespace ent::skill
