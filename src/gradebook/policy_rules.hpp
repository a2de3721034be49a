/// What makes policies and coefficients well-formed: pure functions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "ent/gradebook.hpp"

namespace ent::gradebook {

/// A coefficient, or what one is multiplied by, if it is there.
void check_weight(base::Fields& fields, const std::optional<Decimal>& value, const std::string& path);
/// A step of rounding, if it is there.
void check_step(base::Fields& fields, const std::optional<Decimal>& step, const std::string& path);

std::optional<Error> well_formed(const SetPolicy& input);
std::optional<Error> well_formed(const SetCoefficients& input);

/// Codes of subjects without space around them.
std::vector<Coefficient> tidy(std::vector<Coefficient> items);

}  // namespace ent::gradebook
