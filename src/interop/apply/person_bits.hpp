/// A set of people by their numbers, which are small and dense: a bit each.
#pragma once

#include <cstdint>
#include <vector>

namespace ent::interop {

class PersonBits {
 public:
  /// False: it was in already.
  bool insert(std::int64_t person) {
    const auto word = static_cast<std::size_t>(person >> 6);
    if (word >= words_.size()) words_.resize(word + 1 + word / 4);
    const std::uint64_t bit = std::uint64_t{1} << (person & 63);
    const bool fresh = (words_[word] & bit) == 0;
    words_[word] |= bit;
    return fresh;
  }
  bool contains(std::int64_t person) const noexcept {
    const auto word = static_cast<std::size_t>(person >> 6);
    return word < words_.size() && (words_[word] >> (person & 63) & 1) != 0;
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace ent::interop
