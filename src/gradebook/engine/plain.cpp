#include "gradebook/engine/plain.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace ent::gradebook::engine {
namespace {

using base::Int128;

bool same(const Extremes& extremes) noexcept {
  return extremes.best_more == Decimal(0) && extremes.best_times == Decimal(1) && extremes.worst_times == Decimal(1);
}

bool plain(const BoxRule& rule) noexcept {
  return rule.aggregate == Aggregate::mean && rule.divisor == Divisor::weights && !rule.sum_without_weights &&
         rule.missing == Treatment::left_out && !rule.within_range && rule.drops.lowest <= 0 &&
         rule.drops.highest <= 0 && rule.drops.keep_highest <= 0 && same(rule.extremes) &&
         rule.rounding.step == Decimal(0);
}

bool plain(const BoxRule& rule, const Assessment& assessment) noexcept {
  if (assessment.minimum != Decimal(0) || assessment.maximum <= Decimal(0)) return false;
  switch (assessment.part) {
    case Part::ordinary: return true;
    case Part::optional: return rule.optional == OptionalRule::as_ordinary;
    case Part::extra: return rule.extra == ExtraRule::as_ordinary;
    case Part::bonus: break;
  }
  if (rule.bonus == BonusRule::as_ordinary) return true;
  return rule.bonus == BonusRule::points_above_half && assessment.maximum.millionths() % 2 == 0;
}

Rational weight(const Policy& policy, Weigh weigh, const Assessment& assessment) {
  if (weigh == Weigh::equal) return 1;
  if (weigh == Weigh::range) return assessment.maximum;
  const Rational coefficient = assessment.coefficient;
  if (weigh == Weigh::coefficient || assessment.brought_to_scale) return coefficient;
  return coefficient * assessment.maximum / policy.scale;
}

Int128 gcd(Int128 left, Int128 right) noexcept {
  while (right != 0) left = std::exchange(right, left % right);
  return left < 0 ? -left : left;
}

/// The smallest factor that makes whole numbers of all these fractions.
std::optional<Int128> common_denominator(const std::vector<Rational>& fractions) {
  Int128 common = 1;
  for (const Rational& fraction : fractions) {
    const auto lowest = fraction.fraction();
    if (!lowest || __builtin_mul_overflow(common, lowest->denominator / gcd(common, lowest->denominator), &common)) {
      return std::nullopt;
    }
  }
  return common;
}

/// `fraction` × `factor`, which is whole.
std::optional<std::int64_t> times(const Rational& fraction, Int128 factor) {
  const auto whole = (fraction * Rational(factor, 1)).fraction();
  if (!whole || whole->numerator > INT64_MAX || whole->numerator < INT64_MIN) return std::nullopt;
  return static_cast<std::int64_t>(whole->numerator);
}

}  // namespace

std::optional<PlainBook> PlainBook::of(const Policy& policy, const Book& book) {
  const BoxRule& rule = book.boxes[0].rule ? *book.boxes[0].rule : policy.root;
  const bool flat = book.boxes.size() == 1 || rule.gather == Gather::all_marks_below;
  const bool own_scale = book.boxes[0].minimum != Decimal(0) || book.boxes[0].maximum.has_value();
  if (!plain(rule) || !flat || own_scale) return std::nullopt;
  std::vector<Rational> fractions;
  for (const Assessment& assessment : book.assessments) {
    if (!plain(rule, assessment)) return std::nullopt;
    Rational below = weight(policy, rule.weigh, assessment);
    if (below.sign() <= 0) below = 0;
    fractions.push_back(below * policy.scale / assessment.maximum);
    fractions.push_back(std::move(below));
  }
  const auto factor = common_denominator(fractions);
  if (!factor) return std::nullopt;
  PlainBook result;
  result.adds_.reserve(book.assessments.size());
  Int128 all_above = 0;
  Int128 all_below = 0;
  for (std::size_t at = 0; at < book.assessments.size(); ++at) {
    const Assessment& assessment = book.assessments[at];
    const auto above = times(fractions[2 * at], *factor);
    const auto below = times(fractions[2 * at + 1], *factor);
    if (!above || !below) return std::nullopt;
    all_above += *above;
    all_below += *below;
    Adds& adds = result.adds_.emplace_back(
        Adds{.above = *above, .below = *below, .threshold = std::numeric_limits<std::int64_t>::min()});
    adds.seen = PlainSums::weighs;
    if (assessment.formative || assessment.omitted) {
      adds.seen = PlainSums::nothing;
    } else if (*below == 0) {
      adds.seen = PlainSums::weightless;
    } else if (assessment.part == Part::bonus && rule.bonus == BonusRule::points_above_half) {
      adds.below = 0;
      adds.threshold = adds.from = assessment.maximum.millionths() / 2;
    }
  }
  // A mark has fewer than 2^60 millionths, so the sum above the line stays under 2^126.
  if (all_above >= Int128{1} << 66 || all_below > INT64_MAX) return std::nullopt;
  for (std::size_t kind = 1; kind < mark_kinds; ++kind) {
    const Treatment treatment = policy.treatments[kind];
    result.kinds_[kind] = treatment == Treatment::value  ? PlainSums::as_value
                          : treatment == Treatment::zero ? PlainSums::as_zero
                                                         : PlainSums::set_aside;
  }
  for (const MarkKind kind : {MarkKind::not_entered, MarkKind::provisional}) result.kinds_[static_cast<std::size_t>(kind)] = PlainSums::nothing;
  return result;
}

Standing PlainSums::standing(std::size_t pupil) const noexcept {
  const Sum& sum = sums_[pupil];
  if (sum.below > 0) return Standing::average;
  if ((sum.seen & weightless) != 0) return Standing::no_weight;
  return (sum.seen & (set_aside | weighs)) != 0 ? Standing::left_out : Standing::no_mark;
}

}  // namespace ent::gradebook::engine
