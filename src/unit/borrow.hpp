/// Borrowing a connection of the portal for the length of a call.
#pragma once

#include <chrono>
#include <optional>

#include "store/pool.hpp"
#include "unit/frame.hpp"

namespace ent::unit {

/// How long a call may wait before it begins, where it has a deadline.
std::optional<std::chrono::microseconds> patience_of(const Frame& frame);

/// Who waits for others waits no longer than the portal allows and the call's deadline.
struct Limit {
  std::chrono::microseconds time;
  bool of_call;  ///< The deadline is the sooner of both.
};
Limit limit_of(const store::Pool& pool, std::optional<std::chrono::microseconds> patience) noexcept;

/// Throws what the caller is told: `timed_out` by its deadline, else `unavailable`.
[[noreturn]] void give_up(const Limit& limit);

/// A connection of `pool`, where one comes free within that limit.
store::Lease borrow(store::Pool& pool, std::optional<std::chrono::microseconds> patience);

}  // namespace ent::unit
