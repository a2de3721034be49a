#include "base/decimal.hpp"

#include <charconv>

namespace ent {
namespace {

constexpr std::size_t most_whole_digits = 12;
constexpr std::size_t decimals = 6;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The number of digits at the front.
std::size_t count_digits(std::string_view text) noexcept {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

std::int64_t value_of(std::string_view digits) noexcept {
  std::int64_t value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) noexcept {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t whole = count_digits(text);
  if (whole == 0 || whole > most_whole_digits) return std::nullopt;
  std::int64_t millionths = value_of(text.substr(0, whole)) * one;
  text.remove_prefix(whole);
  if (!text.empty()) {
    if (text.front() != '.' && text.front() != ',') return std::nullopt;
    text.remove_prefix(1);
    if (text.empty() || text.size() > decimals || count_digits(text) != text.size()) return std::nullopt;
    std::int64_t fraction = value_of(text);
    for (std::size_t missing = decimals - text.size(); missing != 0; --missing) fraction *= 10;
    millionths += fraction;
  }
  return of_millionths(negative ? -millionths : millionths);
}

std::string Decimal::text() const {
  char buffer[base::longest_decimal_text];
  return {buffer, base::write_decimal(*this, buffer)};
}

char* base::write_decimal(Decimal number, char* out) noexcept {
  const std::int64_t millionths = number.millionths();
  const auto size = static_cast<std::uint64_t>(millionths < 0 ? -millionths : millionths);
  if (millionths < 0) *out++ = '-';
  out = std::to_chars(out, out + 20, size / Decimal::one).ptr;
  std::uint64_t fraction = size % Decimal::one;
  if (fraction == 0) return out;
  *out++ = '.';
  for (std::uint64_t place = Decimal::one / 10; fraction != 0; place /= 10) {
    *out++ = static_cast<char>('0' + fraction / place);
    fraction %= place;
  }
  return out;
}

}  // namespace ent
