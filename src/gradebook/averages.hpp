/// Marks as the engine of averages takes them, and its answers as the API gives them: pure functions.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ent/gradebook.hpp"
#include "gradebook/adjustments.hpp"
#include "gradebook/box_tree.hpp"
#include "gradebook/engine/outcome.hpp"
#include "gradebook/formula.hpp"
#include "gradebook/placed_marks.hpp"
#include "gradebook/span.hpp"

namespace ent::gradebook {

/// By what the averages of a span of days are made.
struct Basis {
  const Formula& formula;
  std::span<const SaidBoxes> boxes;  ///< By subject, then by group, then by day.
  Span days;
};

/// The averages of one pupil in a place, from marks in the order of their days, with the points of the bonus/malus column.
Averages averages_of(const Basis& basis, const Place& place, std::vector<PupilMark> marks, const PointsBySubject& points,
                     Figure figure = Figure::by_policy);

/// Takes away what is made of several subjects: over some of them it would be another average.
inline void keep_silent_over_all(Averages& averages) {
  averages.categories.clear();
  averages.general.reset();
  averages.general_letter.reset();
}

/// The boxes in which these marks of one subject stand, in the order of their days; marks that only might be stand in those of any group.
BoxTree tree_of(const Basis& basis, std::span<const PupilMark> marks);

/// A pupil of a group, and where they are.
struct Counted {
  std::int64_t member = 0;
  Place place{};
};

/// The averages of pupils in one subject: assessments by day, pupils by member; points of the bonus/malus column.
std::vector<engine::Outcome> outcomes_of(const Basis& basis, std::span<const BareAssessment> assessments, std::span<const PlacedMark> marks,
                                         std::span<const Counted> pupils, const PointsByMember& points);

/// What a group looks like whose pupils have these averages.
GroupSubject look_of(const Formula& formula, std::optional<std::string> code, std::span<const std::optional<base::Rational>> averages);

/// What averages are out of; none where they are points.
std::optional<Decimal> scale_of(const engine::Policy& policy);

/// As people see it.
Decimal shown_as(const engine::Rounding& rounding, const base::Rational& number);

}  // namespace ent::gradebook
