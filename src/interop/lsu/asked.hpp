/// What is asked for: whether it can be followed, and in which form it is written. Pure functions.
#pragma once

#include <optional>
#include <string_view>

#include "ent/org.hpp"
#include "interop/lsu/facts.hpp"

namespace ent::lsu {

std::optional<Error> well_formed(const OfReports& input);
std::optional<Error> well_formed(const OfCycle& input);

/// Errors: failed_precondition (lsu.other_school), invalid_argument (lsu.version_unknown).
Result<Form> form_of(const OfReports& input, const org::View& school);
/// The same; and invalid_argument (lsu.other_cycle).
Result<Form> form_of(const OfCycle& input, const org::View& school);

}  // namespace ent::lsu
