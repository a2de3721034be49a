/// A hash of what a feed says, by which the next delivery is known to say the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ent::interop {

/// FNV-1a, folded to what a column holds; never 0, which stands for "look again". Stored: change `version` with
/// whatever changes its value or what is made of a record, and every record is looked at again.
class Hash {
 public:
  static constexpr std::uint64_t version = 2;

  Hash() { add(static_cast<std::int64_t>(version)); }

  void add(std::string_view text) noexcept {
    for (const char c : text) byte(static_cast<unsigned char>(c));
    byte(0xff);  // which no text holds
  }
  void add(std::int64_t number) noexcept {
    for (int i = 0; i < 8; ++i) byte(static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> (8 * i)));
  }
  template <class T>
  void add(const std::optional<T>& value) noexcept {
    add(static_cast<std::int64_t>(value.has_value()));
    if (value) add(*value);
  }
  std::int64_t value() const noexcept {
    const auto number = static_cast<std::int64_t>(hash_ >> 1);
    return number == 0 ? 1 : number;
  }

 private:
  void byte(unsigned char c) noexcept { hash_ = (hash_ ^ c) * 1099511628211u; }
  std::uint64_t hash_ = 14695981039346656037u;
};

}  // namespace ent::interop
