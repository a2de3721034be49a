/// Averages of averages: of subjects, of periods, of the pupils of a class.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gradebook/engine/outcome.hpp"
#include "gradebook/engine/policy.hpp"

namespace ent::gradebook::engine {

/// How a subject counts in the general average.
enum class SubjectMode : std::uint8_t {
  ordinary = 1,
  from_half = 2,  ///< Only where its average is half of the scale or more.
  bonus = 3,      ///< Coefficient × points above half, above the line only.
};

struct Subject {
  std::optional<Rational> average;  ///< Typed, or worked out; on the policy's scale.
  Decimal coefficient = 1;
  std::optional<Decimal> own_coefficient{};  ///< Of this pupil, in place of the other.
  SubjectMode mode = SubjectMode::ordinary;
};

/// How subjects make the average of a category, where they make the general one by this rule: a subject that is a bonus to all the others,
/// or counts there from half up alone, is a subject like them among its own.
inline GeneralRule of_category(GeneralRule general) noexcept {
  general.modes = false;
  return general;
}

/// Adds subject after subject; nothing is kept of them but two sums.
class Overall {
 public:
  Overall(const GeneralRule& rule, Decimal scale) : rule_(rule), half_(Rational(scale) / Rational(2)) {}

  /// What became of it: counted, added, weightless, bonus_too_low, or not_entered without an average.
  Fate add(const Subject& subject);

  /// With the rounding of the rule; `minimum` is 0 and `maximum` the scale.
  Outcome outcome() const;

 private:
  GeneralRule rule_;
  Rational half_;
  Rational above_;
  Rational below_;
  bool some_ = false;
};

Outcome overall(const GeneralRule& rule, Decimal scale, std::span<const Subject> subjects);

/// The average of a subject over a year, from those of its periods and their weights.
Outcome year_average(const Policy& policy, std::span<const Subject> periods);

}  // namespace ent::gradebook::engine
