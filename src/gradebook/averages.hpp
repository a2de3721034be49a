/// Marks as the engine of averages takes them, and its answers as the API gives them: pure functions.
#pragma once

#include <span>
#include <vector>

#include "ent/gradebook.hpp"
#include "gradebook/engine/policy.hpp"
#include "gradebook/rows.hpp"

namespace ent::gradebook {

/// The averages of one pupil, from marks in the order of their days.
Averages averages_of(const engine::Policy& policy, std::vector<PupilMark> marks);

/// What a group looks like in each subject: assessments by subject, then by day; marks by assessment, then by member.
/// `pupils`: member numbers in order.
std::vector<GroupSubject> group_subjects(const engine::Policy& policy, std::span<const Assessment> assessments,
                                         std::span<const rows::GroupMark> marks, std::span<const std::int64_t> pupils);

}  // namespace ent::gradebook
