#include "attendance/alerts.hpp"

#include <algorithm>
#include <chrono>

namespace ent::attendance {
namespace {

/// The first day of the window whose first half-day is of this date.
Date window_begin(const AlertRule& rule, Date date) noexcept {
  if (rule.window == Window::rolling_days) return date;
  const std::chrono::year_month_day civil{date};
  return Date{civil.year() / civil.month() / 1};
}

Date window_end(const AlertRule& rule, Date begin) noexcept {
  if (rule.window == Window::rolling_days) return begin + std::chrono::days{*rule.days};
  const std::chrono::year_month_day civil{begin};
  return Date{(civil.year() / civil.month() / std::chrono::last)} + std::chrono::days{1};
}

}  // namespace

std::vector<Alert> alerts(const AlertRule& rule, std::span<const MissedHalf> missed) {
  std::vector<Date> dates;
  for (const MissedHalf& half : missed) {
    if (!half.justified) dates.push_back(half.date);
  }
  std::vector<Alert> found;
  const auto threshold = static_cast<std::ptrdiff_t>(rule.half_days);
  for (auto first = dates.begin(); first != dates.end();) {
    const Date begin = window_begin(rule, *first), end = window_end(rule, begin);
    const auto last = std::ranges::lower_bound(first, dates.end(), end);
    if (last - first >= threshold) {
      found.push_back({begin, end, static_cast<std::int32_t>(last - first), first[threshold - 1]});
      first = last;  // a half-day is counted by one alert of a rule
    } else {
      ++first;
    }
  }
  return found;
}

}  // namespace ent::attendance
