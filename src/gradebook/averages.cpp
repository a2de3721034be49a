#include "gradebook/averages.hpp"

#include <algorithm>
#include <unordered_map>

#include "gradebook/engine/evaluate.hpp"
#include "gradebook/engine/overall.hpp"
#include "gradebook/engine/statistics.hpp"
#include "gradebook/engine_marks.hpp"

namespace ent::gradebook {
namespace {

using base::Rational;

/// Of a pupil whom an assessment is not about: nothing is missing.
constexpr engine::Mark not_asked{.kind = engine::MarkKind::own_left_out};

Fate fate_of(engine::Fate fate) noexcept {
  switch (fate) {
    case engine::Fate::counted: return Fate::counted;
    case engine::Fate::counted_as_zero: return Fate::counted_as_zero;
    case engine::Fate::added: return Fate::added;
    case engine::Fate::left_out: return Fate::left_out;
    case engine::Fate::formative: return Fate::formative;
    case engine::Fate::weightless: return Fate::weightless;
    case engine::Fate::bonus_too_low: return Fate::bonus_too_low;
    case engine::Fate::would_not_raise: return Fate::would_not_raise;
    case engine::Fate::nothing_to_raise: return Fate::nothing_to_raise;
    case engine::Fate::dropped_lowest:
    case engine::Fate::dropped_highest:
    case engine::Fate::not_kept: return Fate::dropped;
    default: return Fate::not_entered;
  }
}

/// To six decimals; none where the mark has no part in the average.
std::optional<Decimal> told(bool counts, const Rational& number) {
  return counts ? std::optional(number.decimal()) : std::nullopt;
}

Line line_of(AssessmentId id, const engine::Line& line) {
  const Fate fate = fate_of(line.fate);
  const bool counts = fate == Fate::counted || fate == Fate::counted_as_zero || fate == Fate::added;
  const auto influence = line.influence ? std::optional(line.influence->decimal()) : std::nullopt;
  return {id, fate, told(counts, line.brought), told(counts, line.weight), influence};
}

/// One subject, and what it adds to the general average.
struct SubjectResult {
  SubjectAverage shown;
  engine::Subject counted;
};

SubjectResult subject_of(const Formula& formula, const Place& place, std::span<const PupilMark> marks, const PointsBySubject& points) {
  engine::Book book;
  std::vector<engine::Mark> entries;
  for (const PupilMark& mark : marks) {
    book.assessments.push_back(asked(mark.assessment));
    entries.push_back(entered(mark.kind, mark.value.value_or(0)));
  }
  const engine::Evaluator evaluator(formula.policy, book);
  SubjectResult result;
  result.shown.subject_code = marks.front().assessment.subject_code;
  result.shown.adjustment = points_in(points, result.shown.subject_code);
  const engine::Explanation explained = evaluator.explain({.marks = entries, .adjustment = result.shown.adjustment});
  const Weight weight = formula.weights.of(result.shown.subject_code, place);
  result.shown.coefficient = result.counted.coefficient = weight.coefficient;
  result.shown.mode = weight.mode;
  result.counted.mode = static_cast<engine::SubjectMode>(weight.mode);
  if (explained.outcome.exists()) {
    result.shown.average = explained.shown;
    result.counted.average = explained.outcome.value;
  }
  for (std::size_t i = 0; i < marks.size(); ++i) result.shown.lines.push_back(line_of(marks[i].assessment.id, explained.marks[i]));
  return result;
}

/// Runs of equal subjects, in the order in which they stand.
template <class Item, class SubjectOf, class Take>
void each_subject(std::span<const Item> items, SubjectOf subject_of_item, Take take) {
  std::size_t first = 0;
  while (first < items.size()) {
    std::size_t end = first + 1;
    while (end < items.size() && subject_of_item(items[end]) == subject_of_item(items[first])) ++end;
    take(items.subspan(first, end - first));
    first = end;
  }
}

std::optional<Decimal> rounded(const engine::Policy& policy, bool there, const Rational& number) {
  if (!there) return std::nullopt;
  return shown_as(policy, number);
}

}  // namespace

Decimal shown_as(const engine::Policy& policy, const Rational& number) {
  if (policy.shown.step == Decimal(0)) return number.decimal();
  return number.rounded(policy.shown.toward, policy.shown.step).decimal();
}

std::vector<engine::Outcome> outcomes_of(const engine::Policy& policy, std::span<const Assessment> assessments,
                                         std::span<const rows::GroupMark> marks, std::span<const Counted> pupils,
                                         const PointsByMember& points) {
  engine::Book book;
  std::unordered_map<std::int64_t, std::size_t> columns;
  for (const Assessment& assessment : assessments) {
    columns.emplace(assessment.id.value, book.assessments.size());
    book.assessments.push_back(asked(assessment));
  }
  std::vector<engine::Mark> grid(pupils.size() * assessments.size(), not_asked);
  for (const rows::GroupMark& mark : marks) {
    const auto column = columns.find(mark.assessment.value);
    const auto pupil = std::ranges::lower_bound(pupils, mark.member, {}, &Counted::member);
    if (column == columns.end() || pupil == pupils.end() || pupil->member != mark.member) continue;
    const auto row = static_cast<std::size_t>(pupil - pupils.begin());
    grid[row * assessments.size() + column->second] = entered(mark.kind, mark.value);
  }
  const engine::Evaluator evaluator(policy, book);
  std::vector<engine::Outcome> outcomes;
  for (std::size_t row = 0; row < pupils.size(); ++row) {
    const auto entries = std::span(grid).subspan(row * assessments.size(), assessments.size());
    outcomes.push_back(evaluator.average({.marks = entries, .adjustment = points_of(points, pupils[row].member)}));
  }
  return outcomes;
}

// Bands are of 20, whatever the scale.
GroupSubject look_of(const engine::Policy& policy, std::optional<std::string> code,
                     std::span<const std::optional<Rational>> averages) {
  std::vector<Decimal> bounds;
  for (const Decimal bound : engine::usual_bounds()) bounds.push_back((Rational(bound) * Rational(policy.scale) / Rational(20)).decimal());
  const engine::Statistics all = engine::statistics(averages, {.bounds = bounds});
  const bool some = all.marked != 0;
  GroupSubject look{std::move(code), static_cast<std::int32_t>(all.pupils), static_cast<std::int32_t>(all.marked),
                    rounded(policy, some, all.mean), rounded(policy, some, all.minimum), rounded(policy, some, all.median),
                    rounded(policy, some, all.maximum), rounded(policy, some, all.lower_quartile),
                    rounded(policy, some, all.upper_quartile), {}};
  for (const std::size_t count : all.bands) look.bands.push_back(static_cast<std::int32_t>(count));
  return look;
}

Averages averages_of(const Formula& formula, const Place& place, std::vector<PupilMark> marks, const PointsBySubject& points) {
  const engine::Policy& policy = formula.policy;
  std::ranges::stable_sort(marks, {}, [](const PupilMark& mark) { return mark.assessment.subject_code.value_or(""); });
  Averages averages;
  averages.policy = formula.text;
  averages.frozen_at = formula.frozen_at;
  std::vector<engine::Subject> subjects;
  const auto subject = [](const PupilMark& mark) { return mark.assessment.subject_code; };
  each_subject(std::span<const PupilMark>(marks), subject, [&](std::span<const PupilMark> of_subject) {
    SubjectResult result = subject_of(formula, place, of_subject, points);
    averages.items.push_back(std::move(result.shown));
    subjects.push_back(std::move(result.counted));
  });
  const engine::Outcome general = engine::overall(policy.general, policy.scale, subjects);
  averages.general = rounded(policy, general.exists(), general.value);
  return averages;
}

}  // namespace ent::gradebook
