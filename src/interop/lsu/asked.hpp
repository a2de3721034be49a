/// What is asked for: whether it can be followed, and in which form it is written. Pure functions.
#pragma once

#include <optional>

#include "ent/org.hpp"
#include "interop/lsu/facts.hpp"

namespace ent::lsu {

Asked asked_by(const OfReports& input);
Asked asked_by(const OfCycle& input);

std::optional<Error> well_formed(const Asked& asked);

/// Errors: failed_precondition (lsu.other_school, lsu.no_uai), invalid_argument (lsu.version_unknown, lsu.other_cycle).
Result<Form> form_of(const Asked& asked, const org::View& school);

}  // namespace ent::lsu
