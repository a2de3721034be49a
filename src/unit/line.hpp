/// A unit with all above it, the nearest first, as statements take it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ent::unit {

/// Each as `distance << 32 | org`, so that statements put the nearest first.
inline std::vector<std::int64_t> by_distance(std::span<const std::int64_t> line) {
  std::vector<std::int64_t> ranked;
  ranked.reserve(line.size());
  for (const std::int64_t org : line) ranked.push_back(static_cast<std::int64_t>(ranked.size()) << 32 | org);
  return ranked;
}

}  // namespace ent::unit
