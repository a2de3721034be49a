#include "gradebook/plain_outcomes.hpp"

#include "gradebook/engine/plain.hpp"
#include "gradebook/engine_marks.hpp"
#include "gradebook/subject_book.hpp"

namespace ent::gradebook {

std::optional<std::vector<engine::Outcome>> plain_outcomes(const Basis& basis, std::span<const BareAssessment> assessments,
                                                           std::span<const PlacedMark> marks, std::span<const Counted> pupils,
                                                           const PointsByMember& points) {
  SubjectBook book(basis.formula, {});
  for (const BareAssessment& assessment : assessments) book.add(assessment);
  const auto plain = engine::PlainBook::of(basis.formula.policy, book.book());
  if (!plain) return std::nullopt;
  engine::PlainSums sums(*plain, pupils.size());
  for (const PlacedMark& mark : marks) sums.add(mark.pupil, mark.assessment, entered(mark.kind, mark.value));
  std::vector<engine::Outcome> outcomes(pupils.size());
  for (std::size_t pupil = 0; pupil < pupils.size(); ++pupil) {
    engine::Outcome& outcome = outcomes[pupil];
    outcome.maximum = basis.formula.policy.scale;
    outcome.standing = sums.standing(pupil);
    if (!outcome.exists()) continue;
    outcome.exact = sums.average(pupil);
    if (const auto adjustment = points_of(points, pupils[pupil].member)) outcome.exact += base::Rational(*adjustment);
    outcome.value = outcome.exact;
  }
  return outcomes;
}

}  // namespace ent::gradebook
