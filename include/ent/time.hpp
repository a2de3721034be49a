/// Dates and instants.
#pragma once

#include <chrono>
#include <cstdint>

namespace ent {

/// A civil date, in the establishment's own time zone. Range: year 1 to 9999.
using Date = std::chrono::sys_days;

/// An instant in UTC, to the microsecond.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// The end of a relation that has none yet: later than every date that can be written.
inline constexpr Date open_end{std::chrono::days{2'147'483'647}};

}  // namespace ent
