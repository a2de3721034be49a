/// What the averages of a pupil are made of.
#pragma once

#include <span>
#include <vector>

#include "gradebook/adjustments.hpp"
#include "gradebook/averages.hpp"
#include "gradebook/formula.hpp"
#include "gradebook/shown.hpp"
#include "group/lookups.hpp"

namespace ent::gradebook {

/// The marks of a member in a span of days that are shown, and by what they count.
struct PupilFacts {
  Span days;
  Place place;
  Formula formula;
  std::vector<SaidBoxes> boxes;    ///< Of the groups in which the member ever was.
  std::vector<PupilMark> marks;    ///< By day; with what is missing, where that counts.
  std::vector<PupilMark> stayed{}; ///< Those that the policy leaves in groups that the pupil has left; they are not among the marks.
  PointsBySubject points{};        ///< Of the bonus/malus column, where the days are a period.
  std::vector<PupilMark> missing;  ///< Assessments in which nothing is entered, those to come too: where it counts, or is asked.

  /// What is wanted of assessments in which nothing is entered.
  enum class Missing {
    where_it_counts,  ///< Among the marks where the policy counts it, up to today.
    told,             ///< The same; and `missing` is filled whatever the policy.
    all,              ///< All of them among the marks.
  };

  PupilFacts(unit::Unit& unit, OrgId org, std::int64_t member, const rows::Shown& shown, const Span& span, Missing wanted);

  Basis basis() const { return {formula, boxes, days}; }

 private:
  void add_missing(Date until);
  void leave_behind(unit::Unit& unit, OrgId org, std::int64_t member, std::span<const group::Attendance> attended,
                    std::vector<GivenPoints>& given);
};

}  // namespace ent::gradebook
