/// What the engine answers: an average or why there is none, and what became of each mark.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/rational.hpp"
#include "gradebook/engine/book.hpp"

namespace ent::gradebook::engine {

enum class Standing : std::uint8_t {
  average = 1,
  no_mark = 2,    ///< Nothing is entered that counts.
  left_out = 3,   ///< There are marks, all of them without number or set aside.
  no_weight = 4,  ///< What there is weighs nothing.
};

struct Outcome {
  Standing standing = Standing::no_mark;
  Rational exact;  ///< Before the rounding of its own level.
  Rational value;  ///< After it: what the next level sees.
  Rational minimum;
  Rational maximum;
  Rational above;  ///< The line's upper side: what all marks add.
  Rational below;  ///< What they weigh together.

  bool exists() const noexcept { return standing == Standing::average; }
};

enum class Fate : std::uint8_t {
  counted = 1,
  counted_as_zero = 2,
  added = 3,              ///< Above the line only: a bonus, or extra credit.
  left_out = 4,           ///< A kind without number.
  not_entered = 5,
  formative = 6,
  omitted = 7,
  hidden = 8,
  provisional = 9,        ///< A number that is not sure yet.
  weightless = 10,        ///< Coefficient 0.
  dropped_lowest = 11,
  dropped_highest = 12,
  not_kept = 13,          ///< Not among the highest.
  bonus_too_low = 14,
  would_not_raise = 15,   ///< Optional, and no gain.
  nothing_to_raise = 16,  ///< Optional, without an ordinary mark beside it.
  beside_boxes = 17,      ///< The box counts its boxes only.
  out_of_use = 18,        ///< Not what a median, lowest, highest or most frequent mark is made of.
  without_say = 19,       ///< A box within one that gathers all marks below it.
};

/// What became of one assessment, or of one box in the box around it.
struct Line {
  Fate fate = Fate::not_entered;
  MarkKind kind = MarkKind::not_entered;
  Rational brought;  ///< On the scale of the box around it.
  Rational weight;   ///< Below the line.
  Rational gain;     ///< Above the line, in the unit of the common scale.
  std::optional<Rational> influence{};  ///< The average less what it would be without; none where there would be none.
};

struct Explanation {
  Outcome outcome;
  Decimal shown = 0;           ///< Rounded for people; of no meaning without an average.
  std::vector<Line> marks;     ///< One for each assessment of the book.
  std::vector<Line> boxes;     ///< One for each box; the first says nothing.
  std::vector<Outcome> inner;  ///< The average of each box, of one without a say too.
};

}  // namespace ent::gradebook::engine
