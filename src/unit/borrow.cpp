#include "unit/borrow.hpp"

#include "base/error.hpp"

namespace ent::unit {

std::optional<std::chrono::microseconds> patience_of(const Frame& frame) {
  if (!frame.options.deadline) return std::nullopt;
  return *frame.options.deadline - frame.now;
}

store::Lease borrow(store::Pool& pool, std::optional<std::chrono::microseconds> patience) {
  if (!patience || *patience >= pool.patience()) return pool.take();
  auto lease = pool.take_within(*patience);
  if (!lease) throw Exception(base::fail(Errc::timed_out, "call.deadline_passed"));
  return *std::move(lease);
}

}  // namespace ent::unit
