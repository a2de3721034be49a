/// Bytes as a text of hexadecimal digits.
#pragma once

#include <span>
#include <string>

namespace ent::base {

/// Two small digits for each byte.
inline std::string hex(std::span<const unsigned char> bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : bytes) text.append({digits[byte >> 4], digits[byte & 15]});
  return text;
}

}  // namespace ent::base
