/// Whole numbers of any size, for exact sums that outgrow 128 bits. Slow and plain; the common case never comes here.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ent::base {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 Uint128;

class BigInteger {
 public:
  BigInteger() = default;
  explicit BigInteger(Int128 value);

  bool is_zero() const noexcept { return limbs_.empty(); }
  bool negative() const noexcept { return negative_; }
  bool odd() const noexcept { return !limbs_.empty() && (limbs_[0] & 1U) != 0; }

  /// The same number in 128 bits, where it fits.
  std::optional<Int128> small() const noexcept;
  std::string text() const;

  BigInteger operator-() const;
  friend BigInteger operator+(const BigInteger& left, const BigInteger& right);
  friend BigInteger operator-(const BigInteger& left, const BigInteger& right) { return left + -right; }
  friend BigInteger operator*(const BigInteger& left, const BigInteger& right);
  friend std::strong_ordering operator<=>(const BigInteger& left, const BigInteger& right) noexcept;
  friend bool operator==(const BigInteger& left, const BigInteger& right) = default;

  struct Division;
  /// Quotient towards zero and what remains, with the sign of `left`. `right` is not zero.
  static Division divide(const BigInteger& left, const BigInteger& right);
  /// The greatest common divisor, never negative.
  static BigInteger gcd(BigInteger left, BigInteger right);

 private:
  using Limbs = std::vector<std::uint32_t>;
  static std::strong_ordering compare(const Limbs& left, const Limbs& right) noexcept;
  static Limbs add(const Limbs& left, const Limbs& right);
  static Limbs subtract(const Limbs& larger, const Limbs& smaller);
  static void trim(Limbs& limbs) noexcept;
  static std::uint32_t divide_short(Limbs& limbs, std::uint32_t by) noexcept;
  static Limbs divide_long(Limbs& rest, const Limbs& by);

  Limbs limbs_;  // the lowest first, none of them zero at the end
  bool negative_ = false;
};

struct BigInteger::Division {
  BigInteger quotient;
  BigInteger rest;
};

}  // namespace ent::base
