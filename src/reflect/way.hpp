/// The way from a request to one of its values, told only when the value is refused.
#pragma once

#include "reflect/refusal.hpp"

namespace ent::reflect {

/// One step; the steps before it lie on the call stack.
struct Way {
  const Way* up = nullptr;
  const char* name = nullptr;  ///< Of a member; null for an item.
  std::size_t index = 0;

  Way member(const char* of) const noexcept { return {this, of}; }
  Way item(std::size_t of) const noexcept { return {this, nullptr, of}; }

  std::string pointer() const {
    std::string text;
    append_to(text);
    return text;
  }

 private:
  void append_to(std::string& text) const {
    if (up == nullptr) return;
    up->append_to(text);
    name != nullptr ? append_step(text, name) : append_step(text, index);
  }
};

}  // namespace ent::reflect
