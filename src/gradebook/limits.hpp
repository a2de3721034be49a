/// What numbers of a grade book may be.
#pragma once

#include "ent/decimal.hpp"

namespace ent::gradebook {

inline constexpr std::int64_t hundredth = Decimal::one / 100;
inline const Decimal largest_maximum = 1000;
inline const Decimal smallest_minimum = -1000;
inline const Decimal largest_coefficient = 100;

}  // namespace ent::gradebook
