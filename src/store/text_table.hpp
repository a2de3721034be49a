/// A table by the address of a constant text: the statement cache of a connection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace ent::store {

/// Open addressing on the pointer; some nanoseconds a look-up. Values do not move.
template <class Value>
class TextTable {
 public:
  TextTable() : slots_(64) {}

  Value* find(const char* text) const noexcept {
    for (std::size_t at = home(text, slots_.size());; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].text == text) return slots_[at].value.get();
      if (slots_[at].text == nullptr) return nullptr;
    }
  }

  /// For a text that find() did not find.
  Value& add(const char* text, std::unique_ptr<Value> value) {
    if (2 * ++count_ > slots_.size()) grow();
    return *place(slots_, text, std::move(value));
  }

  template <class Visit>
  void for_each(Visit visit) const {
    for (const Slot& slot : slots_) {
      if (slot.value != nullptr) visit(*slot.value);
    }
  }

 private:
  struct Slot {
    const char* text = nullptr;
    std::unique_ptr<Value> value;
  };

  /// Fibonacci hashing: the high bits of the product are well mixed even for neighbouring literals.
  static std::size_t home(const char* text, std::size_t size) noexcept {
    const auto address = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(text));
    return static_cast<std::size_t>((address * 0x9E3779B97F4A7C15u) >> 32) & (size - 1);
  }
  static Value* place(std::vector<Slot>& slots, const char* text, std::unique_ptr<Value> value) {
    std::size_t at = home(text, slots.size());
    while (slots[at].text != nullptr) at = (at + 1) & (slots.size() - 1);
    slots[at].text = text;
    slots[at].value = std::move(value);
    return slots[at].value.get();
  }
  void grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (Slot& slot : slots_) {
      if (slot.text != nullptr) place(larger, slot.text, std::move(slot.value));
    }
    slots_.swap(larger);
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

}  // namespace ent::store
