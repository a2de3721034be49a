#include "unit/borrow.hpp"

#include "base/error.hpp"

namespace ent::unit {

std::optional<std::chrono::microseconds> patience_of(const Frame& frame) {
  if (!frame.options.deadline) return std::nullopt;
  return *frame.options.deadline - frame.now;
}

Limit limit_of(const store::Pool& pool, std::optional<std::chrono::microseconds> patience) noexcept {
  if (patience && *patience < pool.patience()) return {*patience, true};
  return {pool.patience(), false};
}

void give_up(const Limit& limit) {
  if (limit.of_call) throw Exception(base::fail(Errc::timed_out, "call.deadline_passed"));
  throw store::Failure(store::Fault::busy, "others hold what this call needs");
}

store::Lease borrow(store::Pool& pool, std::optional<std::chrono::microseconds> patience) {
  const Limit limit = limit_of(pool, patience);
  auto lease = pool.take_within(limit.time);
  if (!lease) give_up(limit);
  return *std::move(lease);
}

}  // namespace ent::unit
