#include "account/throttle.hpp"

#include <algorithm>

namespace ent::account {
namespace {

using std::chrono::microseconds;

microseconds cost(const Bucket& bucket) noexcept { return bucket.window / bucket.capacity; }

/// The state as it can be at `now`: neither dry for long, nor fuller than it can be.
Instant settled(const Bucket& bucket, Instant empty_at, Instant now) noexcept {
  return std::clamp(empty_at, now, now + bucket.window * bucket.deepest);
}

}  // namespace

microseconds wait_after(std::int64_t count) noexcept {
  constexpr std::int64_t doublings = 10;  // 1024 s is beyond the longest wait
  if (count < free_tries) return microseconds{0};
  const std::int64_t doubled = std::min(count - free_tries, doublings);
  return std::min(std::chrono::seconds{std::int64_t{1} << doubled}, longest_wait);
}

Admission take_try(Tries standing, Instant now) noexcept {
  // Time that ran backwards has not passed: the wait begins again from where the clock stands.
  standing.last = std::min(standing.last, now);
  if (now - standing.last >= tries_kept) standing.count = 0;
  if (now - standing.last < wait_after(standing.count)) return {false, standing};
  return {true, {standing.count + 1, now}};
}

Instant after_failure(const Bucket& bucket, Instant empty_at, Instant now) noexcept {
  return settled(bucket, settled(bucket, empty_at, now) + cost(bucket), now);
}

std::int64_t level(const Bucket& bucket, Instant empty_at, Instant now) noexcept {
  const microseconds left = settled(bucket, empty_at, now) - now;
  return (left + cost(bucket) - microseconds{1}) / cost(bucket);
}

}  // namespace ent::account
