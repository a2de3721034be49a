/// What a teacher types, as a level or a kind without one. What may be two things is never guessed at.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "ent/skill.hpp"

namespace ent::skill {

struct TypedLevel {
  LevelKind kind = LevelKind::not_entered;  ///< `not_entered`: nothing was typed.
  std::int32_t level = 0;                   ///< Of `level`.
  std::string_view fault{};                 ///< A reason; empty: it is understood.
};

/// A symbol of the scale goes before all else. A number counts the levels from 1, unless a symbol of the scale is a number. Else it is
/// the beginning of one label, or a word for a kind, whatever case and accents.
TypedLevel read_level(std::string_view text, std::span<const LevelView> scale);

}  // namespace ent::skill
