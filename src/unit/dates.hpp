/// Dates as the store keeps them: days since 1970-01-01.
#pragma once

#include <cstdint>
#include <optional>

#include "ent/time.hpp"

namespace ent::unit {

inline std::int64_t day(Date date) noexcept { return date.time_since_epoch().count(); }
inline Date date(std::int64_t day) noexcept { return Date{std::chrono::days{day}}; }

/// The end of a relation as the API shows it: none while it is open.
inline std::optional<Date> end_date(std::int64_t day) noexcept {
  const Date end = date(day);
  return end == open_end ? std::nullopt : std::optional(end);
}

}  // namespace ent::unit
