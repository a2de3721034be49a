#include "skill/engine/method.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace ent::skill::engine {
namespace {

constexpr std::int32_t points_of_four[] = {10, 25, 40, 50};
constexpr std::size_t longest_doubling = 31;  ///< What is older weighs less than the twentieth part of a millionth.

Rational figure_of(const Method& method, const Said& said) {
  switch (method.figure) {
    case Figure::rank: return said.rank;
    case Figure::points: return points_of_four[place_of_four(said.rank, said.ranks) - 1];
    default: return said.value;
  }
}

using Places = std::vector<std::size_t>;

/// Half away from zero.
Rational to_step(const Rational& number, const std::optional<Decimal>& step) {
  return step ? number.rounded(base::Toward::nearest, Rational(*step)) : number;
}

/// Of equal figures all; of equal frequency the better figure, or the lower one.
Places most_frequent(const std::vector<Rational>& figures, const Places& places, bool better) {
  std::map<Rational, std::size_t> counts;
  for (const std::size_t place : places) ++counts[figures[place]];
  const auto most = std::max_element(counts.begin(), counts.end(), [&](const auto& one, const auto& other) {
    return one.second != other.second ? one.second < other.second : better == (one.first < other.first);
  });
  Places kept;
  std::ranges::copy_if(places, std::back_inserter(kept), [&](std::size_t place) { return figures[place] == most->first; });
  return kept;
}

void keep_last(Places& places, std::int32_t most) {
  const auto excess = std::ssize(places) - most;
  if (excess > 0) places.erase(places.begin(), places.begin() + excess);
}

/// Those of the places that count, in the order in which they are weighed.
Places chosen(const Method& method, std::span<const Said> said, const std::vector<Rational>& figures, Places places) {
  const auto better_later = [&](std::size_t one, std::size_t other) {
    return said[one].day != said[other].day ? said[one].day < said[other].day : figures[one] < figures[other];
  };
  if (method.best_of_a_day) std::ranges::stable_sort(places, better_later);
  if (method.latest != 0) keep_last(places, method.latest);
  switch (method.choose) {
    case Choose::most_frequent: return most_frequent(figures, places, true);
    case Choose::most_frequent_lower: return most_frequent(figures, places, false);
    case Choose::best:  // of equal figures the later ones
      std::ranges::stable_sort(places, [&](std::size_t one, std::size_t other) { return figures[one] < figures[other]; });
      keep_last(places, method.best);
      std::ranges::sort(places);
      return places;
    default: return places;
  }
}

std::int64_t weight_at(Weigh weigh, std::size_t place, std::size_t count) {
  if (weigh == Weigh::growing) return static_cast<std::int64_t>(place) + 1;
  if (weigh == Weigh::equal) return 1;
  const std::size_t skipped = count > longest_doubling ? count - longest_doubling : 0;
  return place < skipped ? 0 : std::int64_t{1} << (place - skipped);
}

/// The figure of some of an item's levels; their weights are written down.
Rational mean_of(const Method& method, std::span<const Said> said, const std::vector<Rational>& figures, const Places& places,
                 std::vector<std::int64_t>& weights) {
  const Places counted = chosen(method, said, figures, places);
  Rational sum = 0;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < counted.size(); ++i) {
    const std::int64_t weight = weight_at(method.weigh, i, counted.size());
    weights[counted[i]] = weight;
    sum += figures[counted[i]] * Rational(weight);
    total += weight;
  }
  return to_step(sum / Rational(total), method.item_step);
}

/// The score that a degree stands for. The last one reaches up to the best of the usual levels, and one that the method does not have, since
/// another held when it was decided, is the last.
Rational score_of(const Method& method, std::int32_t degree) {
  if (method.figure == Figure::rank) return degree;
  const auto& bounds = method.bounds;
  const std::size_t below = std::min(static_cast<std::size_t>(degree) - 1, bounds.size());
  const Decimal low = below == 0 ? 0 : bounds[below - 1].value;
  const Decimal best = method.figure == Figure::points ? points_of_four[3] : 100;
  const Decimal high = below == bounds.size() ? std::max(low, best) : bounds[below].value;
  return (Rational(low) + Rational(high)) / Rational(2);
}

/// What a domain's degree is looked up by.
std::optional<Rational> measure_of(const Method& method, const Total& total, std::span<const Part> parts) {
  if (method.whole == Whole::scores) return total.score;
  if (method.whole == Whole::share) return total.share;
  Rational degrees = 0;
  for (const Part& part : parts) degrees += part.degree;
  if (total.evaluated == 0) return std::nullopt;
  return degrees / Rational(total.evaluated);
}

}  // namespace

std::int32_t place_of_four(std::int32_t rank, std::int32_t ranks) noexcept {
  return ranks < 2 ? 1 : 1 + (6 * (rank - 1) + (ranks - 1)) / (2 * (ranks - 1));
}

State state_of(const Method& method, const Rational& score) {
  if (method.acquired.holds(score)) return State::acquired;
  return method.partly.holds(score) ? State::partly : State::not_acquired;
}

std::int32_t degree_of(std::span<const Bound> bounds, const Rational& score) {
  const auto reached = [&](const Bound& bound) { return bound.holds(score); };
  return 1 + static_cast<std::int32_t>(std::ranges::count_if(bounds, reached));
}

Outcome outcome_of(const Method& method, std::span<const Said> said) {
  Outcome outcome;
  if (said.empty()) return outcome;
  std::vector<Rational> figures;
  std::map<std::int32_t, Places> subjects;
  for (std::size_t i = 0; i < said.size(); ++i) {
    figures.push_back(figure_of(method, said[i]));
    subjects[method.by_subject ? said[i].subject : 0].push_back(i);
  }
  outcome.weights.assign(said.size(), 0);
  Rational sum = 0;
  for (const auto& [subject, places] : subjects) sum += mean_of(method, said, figures, places, outcome.weights);
  outcome.score = sum / Rational(static_cast<std::int64_t>(subjects.size()));
  outcome.degree = degree_of(method.bounds, *outcome.score);
  outcome.state = state_of(method, *outcome.score);
  return outcome;
}

Outcome outcome_of_decided(const Method& method, std::int32_t degree) {
  const Rational score = score_of(method, degree);
  return {score, degree, state_of(method, score), {}};
}

Total total_of(const Method& method, std::span<const Part> parts) {
  Total total{.items = static_cast<std::int32_t>(parts.size())};
  Rational sum = 0, weights = 0;
  for (const Part& part : parts) {
    if (!part.score) continue;
    ++total.evaluated;
    if (part.state == State::acquired) ++total.acquired;
    if (part.state == State::partly) ++total.partly;
    sum += *part.score * Rational(part.coefficient);
    weights += part.coefficient;
  }
  if (total.evaluated == 0) return total;
  if (!weights.is_zero()) total.score = to_step(sum / weights, method.whole_step);
  const Rational hundredths(std::int64_t{100} * total.acquired + std::int64_t{50} * total.partly);
  total.share = to_step(hundredths / Rational(total.evaluated), method.whole_step);
  const auto measure = measure_of(method, total, parts);
  if (measure) total.degree = degree_of(method.whole_bounds.empty() ? method.bounds : method.whole_bounds, *measure);
  return total;
}

}  // namespace ent::skill::engine
