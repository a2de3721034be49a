/// Borrowing a connection of the portal for the length of a call.
#pragma once

#include <chrono>
#include <optional>

#include "store/pool.hpp"
#include "unit/frame.hpp"

namespace ent::unit {

/// How long a call may wait before it begins, where it has a deadline.
std::optional<std::chrono::microseconds> patience_of(const Frame& frame);

/// A connection of `pool`. Who waits for others to give one back waits no longer than the portal allows and
/// the call's deadline: `unavailable` or `timed_out`, thrown.
store::Lease borrow(store::Pool& pool, std::optional<std::chrono::microseconds> patience);

}  // namespace ent::unit
