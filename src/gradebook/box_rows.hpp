/// The rows of `subject_boxes`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gradebook/box_tree.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook::rows {

/// All by subject, then by group, then by day. What was said of these groups (numbers in the unit) from days up to this one on.
std::vector<SaidBoxes> boxes_of_groups(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups, Date until);
/// The same of all groups in which a member ever was.
std::vector<SaidBoxes> boxes_of_member(unit::Unit& unit, OrgId org, std::int64_t member, Date until);
/// All that was ever said of a group; none: of all subjects.
std::vector<SaidBoxes> boxes_of(unit::Unit& unit, GroupId group, const std::optional<std::string>& subject);

/// In the place of what was said of the same group, subject and day.
void put_boxes(unit::WriteUnit& unit, const unit::Granted& granted, GroupId group, const SaidBoxes& said);

/// The boxes in which assessments of a subject stand from a day on, before another.
std::vector<std::string> boxes_in_use(unit::Unit& unit, GroupId group, const std::string& subject, Date from, Date before);

}  // namespace ent::gradebook::rows
