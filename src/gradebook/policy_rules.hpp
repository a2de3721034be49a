/// What makes policies and coefficients well-formed: pure functions.
#pragma once

#include <optional>
#include <vector>

#include "ent/gradebook.hpp"

namespace ent::gradebook {

std::optional<Error> well_formed(const SetPolicy& input);
std::optional<Error> well_formed(const SetCoefficients& input);

/// Codes of subjects without space around them.
std::vector<Coefficient> tidy(std::vector<Coefficient> items);

}  // namespace ent::gradebook
