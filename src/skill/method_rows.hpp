/// The rows of `skill_method`.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "ent/skill.hpp"
#include "unit/unit.hpp"

namespace ent::skill::rows {

/// What the nearest unit of a line says on a day: of this referential, or else of all. "mean", where nobody says anything.
MethodView method_on(unit::Unit& unit, std::span<const std::int64_t> line, const std::string& referential, Date on);
void put_method(unit::WriteUnit& unit, const unit::Granted& granted, const MethodView& said);

}  // namespace ent::skill::rows
