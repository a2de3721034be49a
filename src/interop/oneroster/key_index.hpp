/// The keys of a file, numbered in their order: exact, and some thirty bytes each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ent::interop::oneroster {

class KeyIndex {
 public:
  static constexpr std::uint32_t none = UINT32_MAX;

  struct Placed {
    std::uint32_t number;
    bool is_new;
  };
  Placed insert(std::string_view key) {
    if ((ends_.size() + 1) * 4 > slots_.size() * 3) grow();
    std::uint32_t& slot = slots_[slot_of(key)];
    if (slot != none) return {slot, false};
    slot = static_cast<std::uint32_t>(ends_.size());
    text_.append(key);
    ends_.push_back(text_.size());
    return {slot, true};
  }
  std::uint32_t find(std::string_view key) const { return slots_.empty() ? none : slots_[slot_of(key)]; }

  std::size_t size() const noexcept { return ends_.size(); }
  std::string_view key(std::uint32_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(text_).substr(begin, ends_[number] - begin);
  }

 private:
  std::size_t slot_of(std::string_view key) const {
    std::size_t at = std::hash<std::string_view>{}(key) & (slots_.size() - 1);
    while (slots_[at] != none && this->key(slots_[at]) != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void grow() {
    slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, none);
    for (std::uint32_t number = 0; number < ends_.size(); ++number) slots_[slot_of(key(number))] = number;
  }

  std::string text_;
  std::vector<std::size_t> ends_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace ent::interop::oneroster
