/// The links of two records of one person to a third, as those of one: a pure function.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ent::person {

/// How an adult is linked to a pupil for some days: a row of `guardianship`.
struct Link {
  std::int64_t pupil = 0;
  std::int64_t adult = 0;
  std::int64_t from = 0;  ///< Since 1970-01-01.
  std::int64_t to = 0;    ///< The first day after.
  std::int32_t kind = 0;
  std::int64_t rights = 0;  ///< Bits.
  std::int32_t relationship = 0;  ///< 0: not known.
  std::int32_t priority = 0;
  std::string court_ref{};   ///< Empty: none.
  std::string lifted_ref{};  ///< Likewise. A decision that was lifted holds on the days of its link, which ends where it was lifted.
  std::string source{};
  std::int64_t revision = 0;

  bool operator==(const Link&) const = default;
};

/// Between the same two, by days and never two at once. What only one of the records says stays as it is. On a day on which both say something
///
/// * what a court withdrew is withdrawn;
/// * else, where one of them rests on a decision of a court, it holds alone: what the other says is what the court limited;
/// * where both do, the kind that may carry less has what both decisions leave: until a person looks at them none is widened;
/// * where none does, the kind is the one that stands nearer to the pupil, with what either may within what that kind may carry.
///
/// The revision is above all that anybody has read of either.
std::vector<Link> joined(const std::vector<Link>& kept, const std::vector<Link>& merged);

}  // namespace ent::person
