/// What averages would be with other marks: pure functions.
#pragma once

#include <optional>
#include <vector>

#include "ent/gradebook.hpp"
#include "gradebook/averages.hpp"

namespace ent::gradebook {

/// Numbers and kinds of what is supposed, and what is asked of the one unknown mark.
std::optional<Error> well_formed(const WhatIf& input, Decimal scale);

/// Puts what is supposed in the place of marks, or beside them, on a day. `known` are the marks that are there, `missing` the
/// assessments in which nothing is; others are refused by their place, as are boxes that were never said and numbers that the policy
/// does not let in. Last comes the place of the unknown mark, if there is one.
struct SupposedMarks {
  std::vector<PupilMark> marks{};
  std::optional<std::size_t> unknown{};
};
Result<SupposedMarks> suppose(const WhatIf& input, std::vector<PupilMark> known, std::vector<PupilMark> missing,
                              std::span<const SaidBoxes> boxes, const engine::EntryRule& rule, Date day);

/// The lowest value of the unknown mark with which the average of its subject, as people see it, reaches the target.
Needed needed_in(const Basis& basis, const SupposedMarks& supposed, const PointsBySubject& points, Decimal target, Decimal step);

}  // namespace ent::gradebook
