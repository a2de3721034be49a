/// How the levels of an item become one score, and scores become degrees: pure functions on values.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/rational.hpp"

namespace ent::skill::engine {

using base::Rational;

/// What a level counts as.
enum class Figure : std::uint8_t {
  percent,  ///< What its scale says that it is worth.
  rank,     ///< Its place on the scale, from 1.
  points,   ///< 10, 25, 40 or 50, by its place among four.
};

/// Which of the levels that are looked at count.
enum class Choose : std::uint8_t {
  all,
  best,
  most_frequent,        ///< Of equal frequency the better ones.
  most_frequent_lower,  ///< Of equal frequency the lower ones.
};

/// What those that count weigh, the earliest first.
enum class Weigh : std::uint8_t {
  equal,     ///< 1, 1, 1
  growing,   ///< 1, 2, 3
  doubling,  ///< 1, 2, 4
};

/// What the degree of a domain is made of.
enum class Whole : std::uint8_t {
  scores,   ///< The mean of the items' scores, by their coefficients.
  degrees,  ///< The mean of the items' degrees.
  share,    ///< The share of acquired items, in percent.
};

/// From where on something holds.
struct Bound {
  Decimal value = 0;
  bool included = true;

  bool holds(const Rational& score) const { return included ? score >= Rational(value) : score > Rational(value); }
};

/// A method, as a value.
struct Method {
  std::string_view name{};
  Figure figure = Figure::percent;
  std::int32_t latest = 0;         ///< How many levels it looks at: the last ones; 0: all.
  Choose choose = Choose::all;
  std::int32_t best = 1;           ///< Where the best count, how many.
  Weigh weigh = Weigh::equal;
  bool best_of_a_day = false;      ///< Of one day, the better level stands behind the others.
  bool by_subject = false;         ///< First one figure for each subject, then their mean.
  std::optional<Decimal> item_step{};   ///< To which step the figure of an item is rounded, in each subject; none: it is exact.
  std::optional<Decimal> whole_step{};  ///< Likewise score and share of a domain.
  bool decided_count = false;      ///< A degree that somebody decided for an item stands for its levels in domains.
  Whole whole = Whole::scores;
  std::vector<Bound> bounds{};     ///< Where the degrees above the first begin.
  std::vector<Bound> whole_bounds{};  ///< Those of domains; empty: the same.
  Bound partly{40, true};          ///< From where on an item is acquired in part,
  Bound acquired{60, false};       ///< and acquired.
};

/// A level that was entered.
struct Said {
  std::int64_t day = 0;
  std::int32_t rank = 1;   ///< From 1, the lowest.
  std::int32_t ranks = 4;  ///< How many its scale has.
  Decimal value = 0;       ///< In percent.
  std::int32_t subject = 0;
};

enum class State : std::uint8_t { none, not_acquired, partly, acquired };

/// What became of an item.
struct Outcome {
  std::optional<Rational> score{};      ///< In the figure of the method; none: nothing was said.
  std::int32_t degree = 0;              ///< From 1; 0: none.
  State state = State::none;
  std::vector<std::int64_t> weights{};  ///< What each level weighs in its subject, as they were given; 0: it does not count.
};

/// `said`: by day, the earliest first.
Outcome outcome_of(const Method& method, std::span<const Said> said);

/// The same of a degree that somebody decided, where they count: of the score in the middle of those that make it, or where places are
/// the figure, of the place itself.
Outcome outcome_of_decided(const Method& method, std::int32_t degree);

/// An item of a domain.
struct Part {
  std::optional<Rational> score{};
  std::int32_t degree = 0;
  State state = State::none;
  Decimal coefficient = 1;
};

/// What became of the items of a domain together.
struct Total {
  std::int32_t items = 0;          ///< All of them.
  std::int32_t evaluated = 0;      ///< Those with a score.
  std::int32_t acquired = 0;
  std::int32_t partly = 0;
  std::optional<Rational> score{};   ///< The mean of the scores by coefficients; none: none has both.
  std::optional<Rational> share{};   ///< Of the evaluated items what is acquired, in part for one half; in percent.
  std::int32_t degree = 0;           ///< From 1; 0: none.
};

Total total_of(const Method& method, std::span<const Part> parts);

/// How far an item with this score is acquired.
State state_of(const Method& method, const Rational& score);

/// How many degrees lie at or below `score`, and one more.
std::int32_t degree_of(std::span<const Bound> bounds, const Rational& score);

/// The place among four of a place on a scale of `ranks`.
std::int32_t place_of_four(std::int32_t rank, std::int32_t ranks) noexcept;

}  // namespace ent::skill::engine
