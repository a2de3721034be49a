#include "gradebook/engine/statistics.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

namespace ent::gradebook::engine {
namespace {

constexpr std::array<Decimal, 5> bounds_of_twenty{5, 8, 10, 12, 15};

/// `quarters` of 4 from below; `sorted` is not empty.
Rational quartile(const std::vector<Rational>& sorted, std::size_t quarters, Quartiles rule) {
  if (rule == Quartiles::nearest_rank) return sorted[(sorted.size() * quarters + 3) / 4 - 1];
  const std::size_t place = (sorted.size() - 1) * quarters;
  const Rational& below = sorted[place / 4];
  if (place % 4 == 0) return below;
  return below + (sorted[place / 4 + 1] - below) * Rational(static_cast<std::int64_t>(place % 4)) / Rational(4);
}

/// How many are below the first bound, from there to the next, and so on.
std::vector<std::size_t> bands(const std::vector<Rational>& sorted, std::span<const Decimal> bounds) {
  std::vector<std::size_t> counts;
  auto first = sorted.begin();
  for (const Decimal bound : bounds) {
    const auto end = std::lower_bound(first, sorted.end(), Rational(bound));
    counts.push_back(static_cast<std::size_t>(end - first));
    first = end;
  }
  counts.push_back(static_cast<std::size_t>(sorted.end() - first));
  return counts;
}

}  // namespace

Statistics statistics(std::span<const std::optional<Rational>> pupils, const StatisticsRule& rule) {
  Statistics result;
  result.pupils = pupils.size();
  std::vector<Rational> sorted;
  sorted.reserve(pupils.size());
  for (const auto& pupil : pupils) {
    if (pupil) sorted.push_back(*pupil);
  }
  result.marked = sorted.size();
  std::sort(sorted.begin(), sorted.end());
  result.bands = bands(sorted, rule.bounds);
  if (sorted.empty()) return result;
  const std::size_t size = sorted.size();
  result.mean = std::accumulate(sorted.begin(), sorted.end(), Rational()) / Rational(static_cast<std::int64_t>(size));
  result.minimum = sorted.front();
  result.maximum = sorted.back();
  result.median = (sorted[(size - 1) / 2] + sorted[size / 2]) / Rational(2);
  result.lower_quartile = quartile(sorted, 1, rule.quartiles);
  result.upper_quartile = quartile(sorted, 3, rule.quartiles);
  return result;
}

std::vector<std::uint32_t> ranks(std::span<const std::optional<Decimal>> shown) {
  std::vector<Decimal> sorted;
  for (const auto& value : shown) {
    if (value) sorted.push_back(*value);
  }
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  std::vector<std::uint32_t> result(shown.size());
  for (std::size_t at = 0; at < shown.size(); ++at) {
    if (!shown[at]) continue;
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), *shown[at], std::greater<>());
    result[at] = static_cast<std::uint32_t>(first - sorted.begin()) + 1;
  }
  return result;
}

std::span<const Decimal> usual_bounds() noexcept { return bounds_of_twenty; }

}  // namespace ent::gradebook::engine
