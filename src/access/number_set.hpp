/// A set of numbers above 0 that answers within nanoseconds.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ent::access {

/// Open addressing, at most half full; built once, then only asked.
class NumberSet {
 public:
  bool contains(std::int64_t number) const noexcept {
    if (slots_.empty()) return false;
    for (std::size_t slot = place(number);; slot = (slot + 1) & mask_) {
      if (slots_[slot] == number) return true;
      if (slots_[slot] == 0) return false;
    }
  }

  void insert(std::int64_t number) {
    if ((numbers_.size() + 1) * 2 > slots_.size()) grow();
    for (std::size_t slot = place(number);; slot = (slot + 1) & mask_) {
      if (slots_[slot] == number) return;
      if (slots_[slot] != 0) continue;
      slots_[slot] = number;
      numbers_.push_back(number);
      return;
    }
  }

  /// In the order in which they came.
  const std::vector<std::int64_t>& numbers() const noexcept { return numbers_; }
  bool empty() const noexcept { return numbers_.empty(); }

 private:
  std::size_t place(std::int64_t number) const noexcept {
    return static_cast<std::size_t>((static_cast<std::uint64_t>(number) * 0x9e37'79b9'7f4a'7c15U) >> 32) & mask_;
  }

  void grow() {
    slots_.assign(std::bit_ceil(numbers_.size() * 4 + 8), 0);
    mask_ = slots_.size() - 1;
    for (const std::int64_t number : numbers_) {
      std::size_t slot = place(number);
      while (slots_[slot] != 0) slot = (slot + 1) & mask_;
      slots_[slot] = number;
    }
  }

  std::vector<std::int64_t> numbers_;
  std::vector<std::int64_t> slots_;
  std::size_t mask_ = 0;
};

}  // namespace ent::access
