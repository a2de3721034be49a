/// Decimals as text.
#pragma once

#include "ent/decimal.hpp"

namespace ent::base {

constexpr bool writable(Decimal number) noexcept {
  return number.millionths() >= -Decimal::largest && number.millionths() <= Decimal::largest;
}

/// Room for any decimal that is writable.
inline constexpr std::size_t longest_decimal_text = 24;

/// Writes `14.5` and answers its end.
char* write_decimal(Decimal number, char* out) noexcept;

}  // namespace ent::base
