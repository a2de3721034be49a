#include "gradebook/engine/overall.hpp"

namespace ent::gradebook::engine {

Fate Overall::add(const Subject& subject) {
  if (!subject.average) return Fate::not_entered;
  some_ = true;
  const bool equal = rule_.weights == SubjectWeights::equal;
  const Rational weight = equal ? Rational(1) : Rational(subject.own_coefficient.value_or(subject.coefficient));
  if (weight.sign() <= 0) return Fate::weightless;
  const SubjectMode mode = rule_.modes ? subject.mode : SubjectMode::ordinary;
  if (mode == SubjectMode::from_half && *subject.average < half_) return Fate::bonus_too_low;
  if (mode == SubjectMode::bonus) {
    if (*subject.average <= half_) return Fate::bonus_too_low;
    above_ += weight * (*subject.average - half_);
    return Fate::added;
  }
  above_ += weight * *subject.average;
  below_ += weight;
  return Fate::counted;
}

Outcome Overall::outcome() const {
  Outcome outcome;
  outcome.maximum = half_ + half_;
  outcome.above = above_;
  outcome.below = below_;
  if (below_.sign() <= 0) {
    outcome.standing = some_ ? Standing::no_weight : Standing::no_mark;
    return outcome;
  }
  const bool capped = rule_.divisor == Divisor::weights_up_to_hundred && below_ > Rational(100);
  outcome.standing = Standing::average;
  outcome.exact = above_ / (capped ? Rational(100) : below_);
  outcome.value = rule_.rounding.of(outcome.exact);
  return outcome;
}

Outcome overall(const GeneralRule& rule, Decimal scale, std::span<const Subject> subjects) {
  Overall sums(rule, scale);
  for (const Subject& subject : subjects) sums.add(subject);
  return sums.outcome();
}

Outcome year_average(const Policy& policy, std::span<const Subject> periods) {
  return overall(policy.year, policy.scale, periods);
}

}  // namespace ent::gradebook::engine
