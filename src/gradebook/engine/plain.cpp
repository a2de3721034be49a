#include "gradebook/engine/plain.hpp"

#include <algorithm>
#include <limits>
#include <span>
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

/// What a mark of full points adds above the line for each point, and below it.
struct Portion {
  Rational above, below;
};

Portion portion_of(const Policy& policy, Weigh weigh, const Assessment& assessment) {
  Rational below = weight(policy, weigh, assessment);
  if (below.sign() <= 0) below = 0;
  return {below * policy.scale / assessment.maximum, below};
}

/// By all that weight() looks at.
bool weigh_alike(const Assessment& one, const Assessment& other) noexcept {
  return one.maximum == other.maximum && one.coefficient == other.coefficient && one.brought_to_scale == other.brought_to_scale;
}

/// The smallest factor that makes whole numbers of all these fractions.
std::optional<Int128> common_denominator(const std::vector<Portion>& all) {
  Int128 common = 1;
  for (const Portion& one : all) {
    for (const Rational* const fraction : {&one.above, &one.below}) {
      const auto lowest = fraction->fraction();
      if (!lowest || __builtin_mul_overflow(common, lowest->denominator / gcd(common, lowest->denominator), &common)) return std::nullopt;
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

/// Likewise in one unit for all.
struct WholePortion {
  std::int64_t above, below;
};

/// Of each assessment. Most weigh like another one: each weight is worked out once.
std::optional<std::vector<WholePortion>> whole_portions(const Policy& policy, Weigh weigh, std::span<const Assessment> assessments) {
  std::vector<const Assessment*> first_of;
  std::vector<std::size_t> kinds;
  std::vector<Portion> exact;
  for (const Assessment& assessment : assessments) {
    const auto like = std::ranges::find_if(first_of, [&](const Assessment* one) { return weigh_alike(*one, assessment); });
    kinds.push_back(static_cast<std::size_t>(like - first_of.begin()));
    if (like != first_of.end()) continue;
    first_of.push_back(&assessment);
    exact.push_back(portion_of(policy, weigh, assessment));
  }
  const auto factor = common_denominator(exact);
  if (!factor) return std::nullopt;
  std::vector<WholePortion> whole;
  for (const Portion& one : exact) {
    const auto above = times(one.above, *factor);
    const auto below = times(one.below, *factor);
    if (!above || !below) return std::nullopt;
    whole.push_back({*above, *below});
  }
  std::vector<WholePortion> found;
  found.reserve(kinds.size());
  for (const std::size_t kind : kinds) found.push_back(whole[kind]);
  return found;
}

}  // namespace

std::optional<PlainBook> PlainBook::of(const Policy& policy, const Book& book) {
  const BoxRule& rule = book.boxes[0].rule ? *book.boxes[0].rule : policy.root;
  const bool flat = book.boxes.size() == 1 || rule.gather == Gather::all_marks_below;
  const bool own_scale = book.boxes[0].minimum != Decimal(0) || book.boxes[0].maximum.has_value();
  if (!plain(rule) || !flat || own_scale) return std::nullopt;
  if (!std::ranges::all_of(book.assessments, [&](const Assessment& one) { return plain(rule, one); })) return std::nullopt;
  const auto whole = whole_portions(policy, rule.weigh, book.assessments);
  if (!whole) return std::nullopt;
  PlainBook result;
  result.adds_.reserve(book.assessments.size());
  Int128 all_above = 0;
  Int128 all_below = 0;
  for (std::size_t at = 0; at < book.assessments.size(); ++at) {
    const Assessment& assessment = book.assessments[at];
    const auto [above, below] = (*whole)[at];
    all_above += above;
    all_below += below;
    Adds& adds = result.adds_.emplace_back(
        Adds{.above = above, .below = below, .threshold = std::numeric_limits<std::int64_t>::min()});
    adds.seen = PlainSums::weighs;
    if (assessment.formative || assessment.omitted) {
      adds.seen = PlainSums::nothing;
    } else if (below == 0) {
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
