#include "gradebook/engine/what_if.hpp"

#include <algorithm>

namespace ent::gradebook::engine {
namespace {

/// The lowest multiple of `step` that is not below `number`.
std::int64_t multiple_from(std::int64_t number, std::int64_t step) noexcept {
  const std::int64_t beyond = number % step;
  return number - beyond + (beyond > 0 ? step : 0);
}

}  // namespace

Outcome what_if(const Evaluator& evaluator, const PupilMarks& pupil, const std::vector<Change>& changes,
                const View& view) {
  std::vector<Mark> marks(pupil.marks.begin(), pupil.marks.end());
  for (const Change& change : changes) marks[static_cast<std::size_t>(change.assessment)] = change.mark;
  return evaluator.average({.marks = marks, .adjustment = pupil.adjustment}, view);
}

std::optional<Needed> needed_for(const Evaluator& evaluator, const PupilMarks& pupil, std::int32_t assessment,
                                 const Assessment& scale, Decimal target, Decimal step, const View& view) {
  constexpr std::int64_t most = 100'000;
  const std::int64_t minimum = scale.minimum.millionths();
  const std::int64_t high = scale.maximum.millionths();
  if (step <= Decimal(0) || high < minimum || (high - minimum) / step.millionths() > most) return std::nullopt;
  const std::int64_t low = std::min(multiple_from(minimum, step.millionths()), high);
  std::vector<Mark> marks(pupil.marks.begin(), pupil.marks.end());
  Mark& tried = marks[static_cast<std::size_t>(assessment)];
  std::optional<Decimal> first;
  bool always = low == minimum;  // else there are lower marks, which are not tried
  for (std::int64_t value = low;; value = std::min(value + step.millionths(), high)) {
    tried = {.value = Decimal::of_millionths(value), .kind = MarkKind::number};
    const Outcome outcome = evaluator.average({.marks = marks, .adjustment = pupil.adjustment}, view);
    if (!outcome.exists() || evaluator.shown(outcome) < target) {
      always = false;
    } else if (!first) {
      first = tried.value;
      if (!always) break;
    }
    if (value == high) break;
  }
  if (!first) return Needed{};
  return Needed{.reach = always ? Reach::always : Reach::reached, .mark = *first};
}

}  // namespace ent::gradebook::engine
