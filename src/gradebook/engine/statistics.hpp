/// What a class looks like beside one pupil.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gradebook/engine/outcome.hpp"

namespace ent::gradebook::engine {

struct StatisticsRule {
  Quartiles quartiles = Quartiles::nearest_rank;
  /// Where a band of the distribution begins; the first is below the first bound.
  std::span<const Decimal> bounds{};
};

struct Statistics {
  std::size_t pupils = 0;  ///< With an average or without.
  std::size_t marked = 0;  ///< With one; the following are of no meaning where there is none.
  Rational mean;
  Rational minimum;
  Rational lower_quartile;
  Rational median;
  Rational upper_quartile;
  Rational maximum;
  std::vector<std::size_t> bands;  ///< One more than there are bounds.
};

/// Of so many marked pupils and more, families may see minimum, maximum and distribution.
inline constexpr std::size_t fewest_shown_to_families = 5;
constexpr bool shown_to_families(std::size_t marked) noexcept { return marked >= fewest_shown_to_families; }

/// Of so many, the mean: of two, the family of one could work the other's average out.
inline constexpr std::size_t fewest_of_a_mean = 3;
constexpr bool mean_shown_to_families(std::size_t marked) noexcept { return marked >= fewest_of_a_mean; }

Statistics statistics(std::span<const std::optional<Rational>> pupils, const StatisticsRule& rule = {});

/// 1, 2, 2, 4: by what is shown, the highest first. 0 for who has no average.
std::vector<std::uint32_t> ranks(std::span<const std::optional<Decimal>> shown);

/// Bands of 20 that reports divide a class by: under 5, 8, 10, 12, 15, and from 15.
std::span<const Decimal> usual_bounds() noexcept;

}  // namespace ent::gradebook::engine
