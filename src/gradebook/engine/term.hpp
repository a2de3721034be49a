/// One member of an average while it is being made: a mark, or the average of a box in the box.
#pragma once

#include <cstdint>
#include <vector>

#include "gradebook/engine/outcome.hpp"

namespace ent::gradebook::engine {

inline bool stands(Fate fate) noexcept {
  return fate == Fate::counted || fate == Fate::counted_as_zero || fate == Fate::added;
}

struct Term {
  std::int32_t assessment = -1;
  std::int32_t box = -1;  ///< One of the two is set.
  Part part = Part::ordinary;
  Fate fate = Fate::counted;
  MarkKind kind = MarkKind::number;
  bool own = true;  ///< Lies directly in the box, not in one below.
  bool never_dropped = false;
  bool bare = false;  ///< Without a scale: nothing to be got, and yet points may be given.
  Rational raw;
  Rational unit;  ///< From 0 to 1 on its own scale.
  Rational range;
  Rational maximum;
  Rational coefficient;
  Rational factor;  ///< What a coefficient of 1 would weigh.
  Rational weight;
  Rational gain;

  bool stands() const noexcept { return engine::stands(fate); }
};

using Terms = std::vector<Term>;

/// Makes the best and the worst mark of the box itself weigh more or less.
void weigh_extremes(const Extremes& extremes, Terms& terms);

/// Sets aside what the rule does not look at: the fate of those terms says so.
void drop(const DropRule& rule, const Drops& drops, Terms& terms);

/// The sum above the line and the sum below it.
struct Sums {
  Rational above;
  Rational below;
};

/// Weighs the terms of a mean: ordinary ones, bonuses and extra credit, then the optional ones.
Sums weigh_mean(const BoxRule& rule, const Rational& scale, Terms& terms);

/// The median, lowest, highest or most frequent of the terms that stand, of which there is one; the others are out of
/// use.
Rational pick(Aggregate aggregate, Terms& terms);

/// What a member of a natural box is worth to all pupils.
struct NaturalMember {
  Rational minimum;
  Rational maximum;
  bool extra = false;
  bool is_box = false;
  bool share_set = false;
  Rational share;  ///< Of 1: as the teacher set it, then as it is used.
};

/// Spreads what the set shares leave over the others, by their maxima, and brings set shares down to 1 where they
/// exceed it or stand alone.
void spread_shares(std::vector<NaturalMember>& members);

struct NaturalTotal {
  Rational points;
  Rational minimum;  ///< Of those members that the maximum is made of: not what points begin at, but what they are cut at.
  Rational maximum;
};

/// Points and their maximum for one pupil. `members` has the member of each term.
NaturalTotal add_natural(const std::vector<const NaturalMember*>& members, Terms& terms);

}  // namespace ent::gradebook::engine
