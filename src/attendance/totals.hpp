/// What was counted, as figures.
#pragma once

#include "attendance/half_days.hpp"
#include "ent/attendance.hpp"

namespace ent::attendance {

Totals totals_of(const Count& counted) noexcept;

}  // namespace ent::attendance
