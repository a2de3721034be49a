/// Dates, times of day and instants.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace ent {

/// A civil date, in the establishment's own time zone. Range: year 1 to 9999.
using Date = std::chrono::sys_days;

/// What the clock on the school's wall shows, to the minute. Range: 00:00 to 23:59.
struct TimeOfDay {
  std::int32_t minutes = 0;  ///< Since midnight, 0 to 1439.
  friend constexpr auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};

/// An instant in UTC, to the microsecond.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// The end of a relation that has none yet: later than every date that can be written.
inline constexpr Date open_end{std::chrono::days{2'147'483'647}};

}  // namespace ent
