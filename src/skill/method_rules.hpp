/// Methods as they are said: pure functions.
#pragma once

#include <optional>
#include <string>

#include "ent/skill.hpp"
#include "skill/engine/method.hpp"

namespace ent::skill {

std::optional<Error> well_formed(const SetMethod& input);

/// The method of this name, with what is said otherwise; none: there is no such method.
std::optional<engine::Method> method_of(const MethodView& said);

/// With the bounds that hold, said or not.
MethodView told(MethodView said, const engine::Method& method);

}  // namespace ent::skill
