/// What makes a unit well-formed: pure functions.
#pragma once

#include <optional>
#include <string_view>

#include "ent/org.hpp"

namespace ent::org {

/// 7 digits and a capital letter. The letter is a check digit, but replacement zones and test data break it,
/// so it is not held against a code (see uai_key_fits).
bool is_uai(std::string_view code) noexcept;

/// Whether the letter of a UAI is the one that its digits give: alphabet of 23 letters, without I, O and Q,
/// at (number mod 23).
bool uai_key_fits(std::string_view uai) noexcept;

std::optional<Error> well_formed(const Add& input);
std::optional<Error> well_formed(const Change& input);

}  // namespace ent::org
