#include "account/code.hpp"

#include <cstdint>

namespace ent::account {
namespace {

char capital(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// What a look-alike stands for.
char meant(char c) noexcept {
  if (c == 'O') return '0';
  if (c == 'I' || c == 'L') return '1';
  return c;
}

}  // namespace

std::string code_of(std::span<const std::byte> random) {
  std::uint64_t bits = 0;
  for (const std::byte byte : random.first(code_bytes)) bits = bits << 8 | std::to_integer<std::uint64_t>(byte);
  bits >>= code_bytes * 8 - code_length * 5;
  std::string code(code_length, '0');
  for (std::size_t place = code_length; place-- > 0; bits >>= 5) code[place] = code_alphabet[bits & 31];
  return code;
}

std::string printed(std::string_view code) {
  return std::string(code.substr(0, code_length / 2)) + '-' + std::string(code.substr(code_length / 2));
}

std::optional<std::string> read_code(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    const char letter = meant(capital(c));
    if (code_alphabet.find(letter) == std::string_view::npos || code.size() == code_length) return std::nullopt;
    code.push_back(letter);
  }
  if (code.size() != code_length) return std::nullopt;
  return code;
}

}  // namespace ent::account
