/// What stands where a mark might stand, and what becomes of it.
#pragma once

#include <cstdint>

namespace ent::gradebook {

/// What stands where a mark might stand.
enum class MarkKind : std::int32_t {
  number = 1,              ///< A mark.
  absent = 2,              ///< Absent: left out.
  exempt = 3,              ///< Dispensé: left out.
  unfit = 4,               ///< Inapte: left out.
  not_graded = 5,          ///< Non noté: left out.
  not_handed_in = 6,       ///< Non rendu: left out.
  absent_zero = 7,         ///< Absent, counted 0.
  not_handed_in_zero = 8,  ///< Non rendu, counted 0.
  congratulations = 9,     ///< Félicitations, in the place of a mark: left out.
  not_entered = 10,        ///< Nothing was entered.
  own_left_out = 11,       ///< An annotation of the school's own: left out.
  own_zero = 12,           ///< An annotation of the school's own, counted 0.
  provisional = 13,        ///< A number that is not sure yet: it counts where what is missing does, and else is left out.
};

/// In which part a mark stands in its average.
enum class Part : std::int32_t {
  ordinary = 1,  ///< It counts.
  bonus = 2,     ///< Only its points above half of the scale count, and only for the pupil.
  optional = 3,  ///< It counts where it raises the average.
  extra = 4,     ///< Extra credit: it adds to the others and weighs nothing, as the policy says.
};

/// What became of a mark in an average.
enum class Fate : std::int32_t {
  counted = 1,           ///< It counts.
  counted_as_zero = 2,   ///< It counts as 0.
  added = 3,             ///< A bonus: it adds points, and weighs nothing.
  left_out = 4,          ///< A kind without number.
  not_entered = 5,       ///< Nothing stands.
  formative = 6,         ///< It never counts.
  weightless = 7,        ///< Its coefficient is 0.
  bonus_too_low = 8,     ///< A bonus that is not above half.
  would_not_raise = 9,   ///< Optional, and no gain.
  nothing_to_raise = 10, ///< Optional, without an ordinary mark beside it.
  dropped = 11,          ///< One of the lowest, or of the highest, that are set aside.
  stayed = 12,           ///< Of a group that the pupil has left, under a policy by which marks stay there.
  not_kept = 13,         ///< Not one of the highest, which alone are kept.
  beside_boxes = 14,     ///< Beside the boxes of a box that counts its boxes only.
  out_of_use = 15,       ///< Not the median, lowest, highest or most frequent one, which is all that counts.
  without_say = 16,      ///< Of a box: its marks count in one around it, and its average, by its own rules, does not.
  omitted = 17,          ///< Of an assessment that is left out of averages, though it is not formative.
  provisional = 18,      ///< A number that is not sure yet, where what is missing does not count.
};

}  // namespace ent::gradebook
