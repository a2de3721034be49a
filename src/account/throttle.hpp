/// How fast passwords and codes may be tried: pure arithmetic.
///
/// Nobody can lock somebody else out: the tries on a login only slow down, up to one in a quarter of an
/// hour, and a device that the account knows is counted by itself. A clock that jumps backwards never gives
/// tries back; one that had jumped forwards never withholds them for longer than the longest wait.
#pragma once

#include <chrono>
#include <cstdint>

#include "ent/time.hpp"

namespace ent::account {

/// The tries on one login, or of one known device. The row of a login that does not exist looks the same.
struct Tries {
  std::int64_t count = 0;  ///< Tries that were let through since the last one that succeeded.
  Instant last{};          ///< When the last of them was.
  friend bool operator==(const Tries&, const Tries&) = default;
};

inline constexpr std::int64_t free_tries = 5;
inline constexpr std::chrono::seconds longest_wait = std::chrono::minutes{15};
/// After so long without a try, all are forgotten.
inline constexpr std::chrono::hours tries_kept{24};

/// The wait between a try and the next when `count` have been made: 0 for the first five, then 1 s, 2 s, 4 s...
std::chrono::microseconds wait_after(std::int64_t count) noexcept;

struct Admission {
  bool admitted = false;
  Tries standing{};  ///< To be kept, admitted or not.
};

/// Takes one try. A try counts before its outcome is known, so that many at once are no way round.
Admission take_try(Tries standing, Instant now) noexcept;

/// Failures within a window of time: a bucket that leaks. All its state is the instant at which it will be empty.
struct Bucket {
  std::int64_t capacity;
  std::chrono::microseconds window;  ///< In which a full bucket runs dry.
  std::int64_t deepest;              ///< How many times its capacity it holds; what is beyond flows over.
};

/// Of one source, as the host tells them apart. Full: no more tries from there.
inline constexpr Bucket source_bucket{50, std::chrono::minutes{10}, 1};
/// Of the accounts of one establishment. Beyond its capacity it is under attack, and stays so for a while.
inline constexpr Bucket establishment_bucket{500, std::chrono::minutes{10}, 2};

/// The state after one more failure.
Instant after_failure(const Bucket& bucket, Instant empty_at, Instant now) noexcept;

/// Failures in the bucket now, rounded up.
std::int64_t level(const Bucket& bucket, Instant empty_at, Instant now) noexcept;

}  // namespace ent::account
