#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/utf8.hpp"

namespace ent::base {
namespace {

bool is_space(char32_t c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/// Whether the 8 bytes at `p` are all ASCII.
bool eight_ascii(const char* p) noexcept {
  std::uint64_t word;
  std::memcpy(&word, p, sizeof word);
  return (word & 0x8080'8080'8080'8080U) == 0;
}

}  // namespace

std::size_t valid_prefix(std::string_view text) noexcept {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const char* p = begin;
  while (p != end) {
    if (end - p >= 8 && eight_ascii(p)) {
      p += 8;
      continue;
    }
    const Decoded next = decode(p, end);
    if (next.size == 0) break;
    p += next.size;
  }
  return static_cast<std::size_t>(p - begin);
}

std::size_t count_characters(std::string_view text) noexcept {
  const auto starts_one = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::ranges::count_if(text, starts_one));
}

std::string_view trim(std::string_view text) noexcept {
  const char* const end = text.data() + text.size();
  const char* first = nullptr;
  const char* last = nullptr;
  for (const char* p = text.data(); p != end;) {
    const Decoded next = decode(p, end);
    const char* const after = p + std::max<std::size_t>(next.size, 1);
    if (next.size == 0 || !is_space(next.character)) {
      if (first == nullptr) first = p;
      last = after;
    }
    p = after;
  }
  return first == nullptr ? std::string_view{} : std::string_view{first, static_cast<std::size_t>(last - first)};
}

}  // namespace ent::base
