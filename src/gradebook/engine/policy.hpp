/// How averages are made, as a value: what one school or product does differently from another is a field here, and
/// nothing of it is code of its own. docs/gradebook-policies.md explains each field and each preset.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/rational.hpp"
#include "ent/decimal.hpp"

namespace ent::gradebook::engine {

using base::Rational;
using base::Toward;

/// What stands where a mark might stand. A school's own annotations come as one of the last two.
enum class MarkKind : std::uint8_t {
  number = 1,
  absent = 2,
  exempt = 3,
  unfit = 4,
  not_graded = 5,
  not_handed_in = 6,
  absent_zero = 7,
  not_handed_in_zero = 8,
  congratulations = 9,
  not_entered = 10,
  own_left_out = 11,
  own_zero = 12,
  provisional = 13,  ///< Its number counts where what is missing does.
};
inline constexpr std::size_t mark_kinds = 14;

enum class Treatment : std::uint8_t {
  value = 1,     ///< Its number counts.
  left_out = 2,  ///< Neither it nor its coefficient.
  zero = 3,      ///< Counts as 0, or as the lowest mark of its scale where that is not 0.
};

/// No rounding where the step is 0.
struct Rounding {
  Toward toward = Toward::nearest;
  Decimal step = 0;

  Rational of(const Rational& number) const { return step == Decimal(0) ? number : number.rounded(toward, step); }
};

/// How averages are rounded where they are told, by what they are of.
struct ShownRule {
  Rounding box{};
  Rounding subject{};
  Rounding general{};  ///< Those of categories of subjects too.
  Rounding year{};
  Rounding group{};  ///< Minimum, maximum and quartiles of a class; for mean and median see GroupRule.
};
constexpr ShownRule alike_everywhere(const Rounding& rounding) noexcept { return {rounding, rounding, rounding, rounding, rounding}; }

/// What a box is the average of.
enum class Gather : std::uint8_t {
  marks_and_boxes = 1,  ///< Its own marks, and each box in it as one more: an average of averages.
  all_marks_below = 2,  ///< All marks in it at any depth; the boxes in it have no say.
  boxes_if_any = 3,     ///< The boxes in it; its own marks only of who has no average in any of them.
  /// Its own marks and those that the boxes in it kept, in one sum: they say what is kept, and all else is as around them.
  sums_of_boxes = 4,
};

enum class Aggregate : std::uint8_t {
  mean = 1,
  natural = 2,  ///< Points over points, with shares that a teacher may set.
  median = 3,   ///< Of an even number, the middle between the two.
  lowest = 4,
  highest = 5,
  mode = 6,  ///< The most frequent one; of several, the highest.
};

/// What a mark weighs.
enum class Weigh : std::uint8_t {
  coefficient = 1,            ///< Its coefficient, whatever its scale.
  coefficient_and_scale = 2,  ///< 5/10 weighs half as much as 10/20, unless it is brought to the common scale.
  range = 3,                  ///< The length of its scale: points over points.
  equal = 4,
};

enum class BonusRule : std::uint8_t {
  as_ordinary = 1,
  points_above_half = 2,  ///< Coefficient × points above half, added above the line only.
  /// An ordinary mark, if above half; the mark brought to the common scale is held against half of its own.
  ordinary_above_unscaled_half = 3,
};

enum class OptionalRule : std::uint8_t {
  as_ordinary = 1,
  raising_best_first = 2,  ///< From the best down, each one that raises the average.
  raising_in_order = 3,    ///< In the order of the assessments, each one that raises the average.
  above_the_others = 4,    ///< Each one above the average of what is not optional, though together they may lower it.
};

enum class ExtraRule : std::uint8_t {
  as_ordinary = 1,
  above_the_line = 2,             ///< Adds what it weighs × its value, and nothing below the line.
  coefficient_above_the_line = 3, ///< The same with its coefficient, whatever ordinary marks weigh by.
  unpointed = 4,                  ///< An assessment of 0 points: adds those that are given. A box is as ordinary.
};

/// What the sum is divided by.
enum class Divisor : std::uint8_t {
  weights = 1,
  weights_up_to_hundred = 2,  ///< Weights under 100 in all are scaled up, those over 100 are left as they are.
};

/// Which marks are not looked at. Counts of 0 do nothing.
struct Drops {
  std::int32_t lowest = 0;
  std::int32_t highest = 0;
  std::int32_t keep_highest = 0;
};

enum class DropBy : std::uint8_t {
  mark = 1,   ///< The lowest marks, each on its own scale.
  total = 2,  ///< Those without which the total is best (and then, of the highest, worst).
};

struct DropRule {
  DropBy by = DropBy::mark;
  bool larger_first = true;         ///< Of equal marks the one of the larger scale is dropped first.
  bool one_stays = true;            ///< The last mark is never dropped.
  bool keep_or_drop = false;        ///< A number to keep has no effect beside a number to drop.
  bool only_among_equals = false;   ///< Only in boxes of marks alone, all of one weight and scale, none of them extra.
};

/// The best and the worst mark may weigh more or less than others.
struct Extremes {
  Decimal best_more = 0;   ///< Added to the coefficient of the best mark.
  Decimal best_times = 1;  ///< What the coefficient of the best mark is multiplied by.
  Decimal worst_times = 1;
  /// The best mark is the largest number, whatever its scale and part; the first one where none is above 0.
  bool best_by_raw = false;
};

struct BoxRule {
  Gather gather = Gather::marks_and_boxes;
  Aggregate aggregate = Aggregate::mean;
  Weigh weigh = Weigh::coefficient;
  BonusRule bonus = BonusRule::as_ordinary;
  OptionalRule optional = OptionalRule::as_ordinary;
  ExtraRule extra = ExtraRule::as_ordinary;
  Divisor divisor = Divisor::weights;
  bool sum_without_weights = false;     ///< Where nothing weighs, the sum above the line is the answer.
  Treatment missing = Treatment::left_out;
  bool nothing_if_all_missing = false;  ///< Where all marks are missing there is no average, whatever `missing` says.
  bool within_range = false;            ///< Never below the lowest or above the highest mark of the box.
  DropRule drop{};
  Drops drops{};
  Extremes extremes{};
  Rounding rounding{};  ///< What the next level sees.
};

enum class SubjectWeights : std::uint8_t { coefficients = 1, equal = 2 };

/// How subjects make a general average, and periods a year.
struct GeneralRule {
  SubjectWeights weights = SubjectWeights::coefficients;
  Divisor divisor = Divisor::weights;
  bool modes = true;  ///< Whether a subject may count only from half up, or as a bonus.
  Rounding rounding{};
};

/// What the average of a year is made of.
enum class YearOf : std::uint8_t {
  periods = 1,  ///< The averages of the periods, by their weights.
  marks = 2,    ///< All marks of the year, as if it were one period, and not rounded before display.
  marks_unless_periods_weigh = 3,  ///< The averages of the periods where one has a coefficient other than 1, or else all marks.
};

enum class Quartiles : std::uint8_t {
  nearest_rank = 1,  ///< The smallest value that a quarter (three quarters) of all values do not exceed: taught in France.
  linear = 2,        ///< Linear between two values, type 7 of Hyndman and Fan: spreadsheets, R, numpy.
};

/// What is told of a class, from the averages of its pupils.
struct GroupRule {
  Rounding mean{.step = Decimal::of_millionths(10'000)};
  Rounding median{.step = Decimal::of_millionths(10'000)};
  Quartiles quartiles = Quartiles::nearest_rank;
  std::size_t quartiles_from = 1;  ///< Of fewer averages there are none.
};

/// What may be entered as a mark.
struct EntryRule {
  bool negative = false;
  bool above_maximum = false;
  std::int32_t decimals = 2;
};

struct Policy {
  std::string_view name;
  Decimal scale = 20;  ///< The common scale that marks are brought to.
  BoxRule root{};
  BoxRule box{};  ///< Of the boxes below, where they bring no rule of their own.
  GeneralRule general{};
  GeneralRule year{};
  YearOf year_of = YearOf::periods;
  GroupRule group{};
  ShownRule shown = alike_everywhere({.step = Decimal::of_millionths(10'000)});
  EntryRule entry{};
  std::array<Treatment, mark_kinds> treatments{};
};

}  // namespace ent::gradebook::engine
