/// In which boxes marks stand over some days, out of what was said in several groups and on several days: pure functions.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ent/gradebook.hpp"
#include "gradebook/span.hpp"

namespace ent::gradebook {

/// The boxes of a subject.
struct BoxTree {
  std::vector<Box> boxes{};  ///< Each after the one around it.
  BoxRules rules{};          ///< Of the whole.
};

/// What was said of the boxes of a subject in a group from a day on.
struct SaidBoxes {
  std::int64_t group = 0;  ///< Number in the unit.
  std::string subject{};   ///< Empty: none.
  Date valid_from{};
  BoxTree tree{};
};

/// What was said of one subject; `said` by subject, then by group, then by day.
std::span<const SaidBoxes> of_subject(std::span<const SaidBoxes> said, const std::string& subject);

/// What holds on a day, of what was said of one subject in one group.
const SaidBoxes* holding(std::span<const SaidBoxes> said, Date day);

/// The boxes of a subject over some days, for somebody with marks in these groups, that of the latest mark first. Boxes of one code are one
/// box. Of each group that holds which holds on the first day, and then, as far as nothing is said of the code yet, what is said inside the
/// days; of several groups that of the first one. The rules of the whole go likewise.
BoxTree tree_over(const Span& days, std::span<const SaidBoxes> said, std::span<const std::int64_t> groups);

}  // namespace ent::gradebook
