/// The averages of many pupils where sums make them, which is how most schools mark: pure functions.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "gradebook/averages.hpp"

namespace ent::gradebook {

/// outcomes_of() of a subject without boxes, several times faster; none where its policy or its assessments ask for more than sums. What
/// weighs together and what it adds is not told.
std::optional<std::vector<engine::Outcome>> plain_outcomes(const Basis& basis, std::span<const BareAssessment> assessments,
                                                           std::span<const PlacedMark> marks, std::span<const Counted> pupils,
                                                           const PointsByMember& points);

}  // namespace ent::gradebook
