/// Instants that may be missing, as the store keeps them; 0 is never, in columns that are compared.
#pragma once

#include <cstdint>
#include <optional>

#include "ent/time.hpp"
#include "store/store.hpp"
#include "unit/instants.hpp"

namespace ent::account {

using unit::instant;
using unit::micros;

inline std::optional<std::int64_t> micros(const std::optional<Instant>& instant) noexcept {
  return instant ? std::optional(micros(*instant)) : std::nullopt;
}

inline std::optional<Instant> optional_instant(const store::Rows& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(instant(row.integer(column)));
}

inline std::int64_t or_never(const std::optional<Instant>& instant) { return instant ? micros(*instant) : 0; }

/// The opposite of `or_never`.
inline std::optional<Instant> if_ever(std::int64_t micros) {
  return micros == 0 ? std::nullopt : std::optional(instant(micros));
}

}  // namespace ent::account
