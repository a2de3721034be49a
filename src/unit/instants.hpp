/// Instants as the store keeps them: microseconds since 1970-01-01.
#pragma once

#include <cstdint>

#include "ent/time.hpp"

namespace ent::unit {

inline std::int64_t micros(Instant instant) noexcept { return instant.time_since_epoch().count(); }
inline Instant instant(std::int64_t micros) noexcept { return Instant{std::chrono::microseconds{micros}}; }

}  // namespace ent::unit
