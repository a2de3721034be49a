/// The diplôme national du brevet, by session: rules as data, results by pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/rational.hpp"

namespace ent::skill::engine {

using base::Rational;

/// Components of the socle, each with a degree.
inline constexpr std::size_t components = 8;

/// How far an extra subject of the rule to 2025 was mastered.
enum class Extra : std::int32_t { none = 0, reached = 1, exceeded = 2 };

/// A written or oral part, and what it weighs.
struct ExamPart {
  std::string_view code{};
  Decimal weight = 0;  ///< To 2025 its points; from 2026 its coefficient.
};

enum class Mention : std::int32_t { none = 0, fairly_good = 1, good = 2, very_good = 3, congratulations = 4 };

/// What holds for the sessions of some years.
struct ExamRule {
  std::int32_t first_session = 0;
  bool counts_socle = false;            ///< The eight components make points; else the averages of the year count.
  std::span<const ExamPart> parts{};
  Decimal passed = 0;                   ///< From here on.
  std::span<const Decimal> mentions{};  ///< Where each begins, the lowest first.
};

/// The rule of a session; null: before the first that is known.
const ExamRule* exam_rule(std::int32_t session);

/// The points of eight degrees from 1 to 4: 10, 25, 40, 50. None where there are not eight.
std::optional<Rational> socle_points(std::span<const std::int32_t> degrees);

/// To 2025: points of 800. `marks` are out of 20, one for each part of the rule.
std::optional<Rational> points_of_800(std::span<const std::int32_t> degrees, Extra extra, std::span<const Decimal> marks);

/// From 2026: 40 percent the mean of the year's averages, 20 at most, to whose sum the points above 10 of an optional subject are added (the
/// ministry's "au total des moyennes"); 60 percent the parts by their weights. None where averages or marks are missing.
std::optional<Rational> mark_of_20(std::span<const Decimal> averages, std::optional<Decimal> optional_subject,
                                   std::span<const Decimal> marks);

bool has_passed(const ExamRule& rule, const Rational& result);
Mention mention_of(const ExamRule& rule, const Rational& result);

}  // namespace ent::skill::engine
