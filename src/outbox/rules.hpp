/// When a delivery is tried again.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>

#include "ent/time.hpp"

namespace ent::outbox {

/// In all they last for most of a day.
inline constexpr std::int32_t most_tries = 12;

/// Instants are microseconds since 1970. This one never comes.
inline constexpr std::int64_t parked_until = std::numeric_limits<std::int64_t>::max();

/// When one that has failed `tries` times may be taken again.
constexpr std::int64_t due_again(std::int64_t now, std::int32_t tries) {
  using namespace std::chrono_literals;
  if (tries >= most_tries) return parked_until;
  constexpr std::chrono::microseconds first = 30s, longest = 6h;
  const auto doubled = first * (std::int64_t{1} << std::clamp(tries - 1, 0, 20));
  return now + std::min(doubled, longest).count();
}

}  // namespace ent::outbox
