/// When absenteeism calls for an alert, as a pure function of the half-days missed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "attendance/half_days.hpp"
#include "ent/attendance_policy.hpp"

namespace ent::attendance {

/// One alert: there is at most one for a pupil, a rule and a window.
struct Alert {
  Date from{};                 ///< The window: its first day,
  Date to{};                   ///< and the first day after.
  std::int32_t half_days = 0;  ///< Not justified, in the window.
  Date reached_on{};           ///< The day on which the threshold was reached.
  friend bool operator==(const Alert&, const Alert&) = default;
};

/// The alerts that the half-days of one pupil call for. `missed` stands in its order; a justified half-day counts for nothing.
std::vector<Alert> alerts(const AlertRule& rule, std::span<const MissedHalf> missed);

}  // namespace ent::attendance
