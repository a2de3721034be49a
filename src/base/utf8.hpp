/// One code point of UTF-8.
#pragma once

#include <cstddef>

namespace ent::base {

struct Decoded {
  char32_t character;
  std::size_t size;  ///< Bytes; 0 when they are ill-formed.
};

/// Decodes the code point at `p`, which is before `end`.
constexpr Decoded decode(const char* p, const char* end) noexcept {
  const auto byte = [p](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(p[i])); };
  const auto left = static_cast<std::size_t>(end - p);
  const auto continues = [&](std::size_t i) { return i < left && (byte(i) & 0xC0) == 0x80; };
  const char32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xC2 || first > 0xF4 || !continues(1)) return {0, 0};
  if (first < 0xE0) return {(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (!continues(2)) return {0, 0};
  if (first < 0xF0) {
    const char32_t c = (first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    return c < 0x800 || surrogate ? Decoded{0, 0} : Decoded{c, 3};
  }
  if (!continues(3)) return {0, 0};
  const char32_t c = (first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  return c < 0x1'0000 || c > 0x10'FFFF ? Decoded{0, 0} : Decoded{c, 4};
}

}  // namespace ent::base
