/// Marks as the engine of averages takes them, and its answers as the API gives them: pure functions.
#pragma once

#include <span>
#include <vector>

#include "ent/gradebook.hpp"
#include "gradebook/adjustments.hpp"
#include "gradebook/engine/outcome.hpp"
#include "gradebook/formula.hpp"
#include "gradebook/rows.hpp"

namespace ent::gradebook {

/// The averages of one pupil in a place, from marks in the order of their days, with the points of the bonus/malus column.
Averages averages_of(const Formula& formula, const Place& place, std::vector<PupilMark> marks, const PointsBySubject& points);

/// A pupil of a group, and where they are.
struct Counted {
  std::int64_t member = 0;
  Place place{};
};

/// The averages of pupils in one book: marks by assessment, then by member; pupils by member; points of the bonus/malus column.
std::vector<engine::Outcome> outcomes_of(const engine::Policy& policy, std::span<const Assessment> assessments,
                                         std::span<const rows::GroupMark> marks, std::span<const Counted> pupils,
                                         const PointsByMember& points);

/// What a group looks like whose pupils have these averages.
GroupSubject look_of(const engine::Policy& policy, std::optional<std::string> code,
                     std::span<const std::optional<base::Rational>> averages);

/// As people see it.
Decimal shown_as(const engine::Policy& policy, const base::Rational& number);

}  // namespace ent::gradebook
