#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

namespace ent::base {

inline bool contains(std::span<const std::int64_t> numbers, std::int64_t number) noexcept {
  return std::ranges::find(numbers, number) != numbers.end();
}

}  // namespace ent::base
