/// When absenteeism calls for an alert, as a pure function of the half-days missed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "attendance/half_days.hpp"

namespace ent::attendance {

/// Over what the half-days are added up.
enum class Window : std::uint8_t {
  civil_month = 1,   ///< A month of the calendar.
  rolling_days = 2,  ///< So many days, from the first half-day that the alert counts.
};

/// A rule of alert, as data: the law's is four half-days in a month.
struct AlertRule {
  std::int32_t threshold = 4;  ///< HalfDay-days without a legitimate reason, from 1 on.
  Window window = Window::civil_month;
  std::int32_t days = 30;      ///< Length of a rolling window, from 1 on.
};

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
