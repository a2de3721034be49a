/// Instants as the store keeps them: microseconds since 1970; 0 is never, in columns that are compared.
#pragma once

#include <cstdint>
#include <optional>

#include "ent/time.hpp"
#include "store/store.hpp"

namespace ent::account {

inline std::int64_t micros(Instant instant) noexcept { return instant.time_since_epoch().count(); }
inline std::optional<std::int64_t> micros(const std::optional<Instant>& instant) noexcept {
  return instant ? std::optional(micros(*instant)) : std::nullopt;
}
inline Instant instant(std::int64_t micros) noexcept { return Instant{std::chrono::microseconds{micros}}; }

inline std::optional<Instant> optional_instant(const store::Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(instant(row.integer(column)));
}

}  // namespace ent::account
