#include "gradebook/averages.hpp"

#include <algorithm>

#include "gradebook/categories.hpp"
#include "gradebook/engine/evaluate.hpp"
#include "gradebook/engine/overall.hpp"
#include "gradebook/engine/statistics.hpp"
#include "gradebook/engine_marks.hpp"
#include "gradebook/letters.hpp"
#include "gradebook/subject_book.hpp"

namespace ent::gradebook {
namespace {

using base::Rational;

Fate fate_of(engine::Fate fate) noexcept {
  switch (fate) {
    case engine::Fate::counted: return Fate::counted;
    case engine::Fate::counted_as_zero: return Fate::counted_as_zero;
    case engine::Fate::added: return Fate::added;
    case engine::Fate::left_out: return Fate::left_out;
    case engine::Fate::formative: return Fate::formative;
    case engine::Fate::omitted: return Fate::omitted;
    case engine::Fate::weightless: return Fate::weightless;
    case engine::Fate::bonus_too_low: return Fate::bonus_too_low;
    case engine::Fate::would_not_raise: return Fate::would_not_raise;
    case engine::Fate::nothing_to_raise: return Fate::nothing_to_raise;
    case engine::Fate::dropped_lowest:
    case engine::Fate::dropped_highest: return Fate::dropped;
    case engine::Fate::not_kept: return Fate::not_kept;
    case engine::Fate::beside_boxes: return Fate::beside_boxes;
    case engine::Fate::out_of_use: return Fate::out_of_use;
    case engine::Fate::without_say: return Fate::without_say;
    case engine::Fate::provisional: return Fate::provisional;
    default: return Fate::not_entered;
  }
}

bool counts(Fate fate) noexcept { return fate == Fate::counted || fate == Fate::counted_as_zero || fate == Fate::added; }

/// To six decimals; none where the mark has no part in the average.
std::optional<Decimal> told(Fate fate, const Rational& number) {
  return counts(fate) ? std::optional(number.decimal()) : std::nullopt;
}

std::optional<Decimal> rounded(const engine::Rounding& rounding, bool there, const Rational& number) {
  return there ? std::optional(shown_as(rounding, number)) : std::nullopt;
}

/// A mean before it is rounded to be shown: where a policy rounds nothing to be shown, as entcore, its mean is rounded as it is made.
Rational mean_as_made(const engine::Policy& policy, const Rational& mean) {
  return policy.shown.group.step == Decimal(0) ? policy.group.mean.of(mean) : mean;
}

Line line_of(const Assessment& assessment, const engine::Line& line) {
  const Fate fate = fate_of(line.fate);
  const auto influence = line.influence ? std::optional(line.influence->decimal()) : std::nullopt;
  return {assessment.id, fate, told(fate, line.brought), told(fate, line.weight), influence, assessment.box_code};
}

BoxAverage box_of(const engine::Policy& policy, const Box& box, const engine::Line& line, const engine::Outcome& inner) {
  const Fate fate = fate_of(line.fate);
  const auto average = rounded(policy.shown.box, inner.exists(), inner.value);
  return {box.code, box.name, box.parent_code, average, told(fate, line.weight), fate};
}

/// One subject, and what it adds to the general average.
struct SubjectResult {
  SubjectAverage shown;
  engine::Subject counted;
};

SubjectResult subject_of(const Basis& basis, const Place& place, std::span<const PupilMark> marks, const PointsBySubject& points,
                         Figure figure) {
  const Formula& formula = basis.formula;
  const BoxTree tree = tree_of(basis, marks);
  SubjectBook book(formula, tree);
  std::vector<engine::Mark> entries;
  for (const PupilMark& mark : marks) {
    book.add(mark.assessment);
    entries.push_back(entered(mark.kind, mark.value.value_or(0)));
  }
  const engine::Evaluator evaluator(formula.policy, book.book());
  SubjectResult result;
  result.shown.subject_code = marks.front().assessment.subject_code;
  result.shown.adjustment = points_in(points, result.shown.subject_code);
  const engine::Explanation explained = evaluator.explain({.marks = entries, .adjustment = result.shown.adjustment},
                                                           {.figure = static_cast<engine::Figure>(figure)});
  const Weight weight = formula.weights.of(result.shown.subject_code, place);
  result.shown.coefficient = result.counted.coefficient = weight.coefficient;
  result.shown.mode = weight.mode;
  result.counted.mode = static_cast<engine::SubjectMode>(weight.mode);
  if (explained.outcome.exists()) {
    result.shown.average = explained.shown;
    result.counted.average = explained.outcome.value;
  }
  result.shown.letter = letter_of(formula, explained.outcome);
  for (std::size_t i = 0; i < marks.size(); ++i) result.shown.lines.push_back(line_of(marks[i].assessment, explained.marks[i]));
  for (std::size_t i = 0; i < tree.boxes.size(); ++i)
    result.shown.boxes.push_back(box_of(formula.policy, tree.boxes[i], explained.boxes[i + 1], explained.inner[i + 1]));
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

/// Bands are of 20, whatever the scale.
std::vector<Decimal> bounds_of(Decimal scale) {
  const auto usual = engine::usual_bounds();
  std::vector<Decimal> bounds(usual.begin(), usual.end());
  if (scale == Decimal(20)) return bounds;
  for (Decimal& bound : bounds) bound = (Rational(bound) * Rational(scale) / Rational(20)).decimal();
  return bounds;
}

}  // namespace

std::optional<Decimal> scale_of(const engine::Policy& policy) {
  return policy.root.aggregate == engine::Aggregate::natural ? std::nullopt : std::optional(policy.scale);
}

Decimal shown_as(const engine::Rounding& rounding, const Rational& number) {
  return rounding.step == Decimal(0) ? number.decimal() : number.rounded_decimal(rounding.toward, rounding.step);
}

BoxTree tree_of(const Basis& basis, std::span<const PupilMark> marks) {
  const auto said = of_subject(basis.boxes, marks.front().assessment.subject_code.value_or(""));
  std::vector<std::int64_t> groups;
  for (std::size_t i = marks.size(); !said.empty() && i-- != 0;) {
    const std::int64_t group = marks[i].assessment.group_id.number();
    if (std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
  }
  if (std::ranges::find(groups, 0) != groups.end()) {
    for (const SaidBoxes& one : said) groups.push_back(one.group);
  }
  return tree_over(basis.days, said, groups);
}

GroupSubject look_of(const Formula& formula, std::optional<std::string> code, std::span<const std::optional<Rational>> averages) {
  const engine::Policy& policy = formula.policy;
  const auto bounds = bounds_of(policy.scale);
  const engine::Statistics all = engine::statistics(averages, {.quartiles = policy.group.quartiles, .bounds = bounds});
  const bool some = all.marked != 0;
  const bool quartiles = some && all.marked >= policy.group.quartiles_from;
  GroupSubject look{std::move(code), static_cast<std::int32_t>(all.pupils), static_cast<std::int32_t>(all.marked),
                    rounded(policy.group.mean, some, all.mean), rounded(policy.shown.group, some, all.minimum),
                    rounded(policy.group.median, some, all.median), rounded(policy.shown.group, some, all.maximum),
                    rounded(policy.shown.group, quartiles, all.lower_quartile), rounded(policy.shown.group, quartiles, all.upper_quartile), {}, {}};
  if (some) look.letter = overall_letter_of(formula, policy.group.mean, mean_as_made(policy, all.mean));
  for (const std::size_t count : all.bands) look.bands.push_back(static_cast<std::int32_t>(count));
  return look;
}

Averages averages_of(const Basis& basis, const Place& place, std::vector<PupilMark> marks, const PointsBySubject& points,
                     Figure figure) {
  const Formula& formula = basis.formula;
  const engine::Policy& policy = formula.policy;
  std::ranges::stable_sort(marks, {}, [](const PupilMark& mark) { return mark.assessment.subject_code.value_or(""); });
  Averages averages;
  averages.policy = formula.text;
  averages.scale = scale_of(policy);
  averages.frozen_at = formula.frozen_at;
  std::vector<engine::Subject> subjects;
  const auto subject = [](const PupilMark& mark) { return mark.assessment.subject_code; };
  each_subject(std::span<const PupilMark>(marks), subject, [&](std::span<const PupilMark> marks_of_it) {
    SubjectResult result = subject_of(basis, place, marks_of_it, points, figure);
    averages.items.push_back(std::move(result.shown));
    subjects.push_back(std::move(result.counted));
  });
  averages.categories = category_averages(formula, averages.items, subjects);
  const engine::Outcome general = engine::overall(policy.general, policy.scale, subjects);
  averages.general = rounded(policy.shown.general, general.exists(), general.value);
  if (general.exists()) averages.general_letter = overall_letter_of(formula, policy.shown.general, general.value);
  return averages;
}

}  // namespace ent::gradebook
