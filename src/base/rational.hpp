/// Exact fractions. Two 128-bit integers carry nearly all of them; what outgrows those goes on in whole numbers of any
/// size, so that no sum is ever wrong and none is ever refused.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/big_integer.hpp"
#include "ent/decimal.hpp"

namespace ent::base {

/// To which side a number goes that lies between two steps.
enum class Toward : std::uint8_t {
  nearest = 1,       ///< The nearer step; from the middle away from zero.
  nearest_up = 2,    ///< The nearer step; from the middle upwards.
  nearest_down = 3,  ///< The nearer step; from the middle downwards.
  up = 4,
  down = 5,
};

class Rational {
 public:
  Rational() = default;
  Rational(std::int64_t whole) noexcept : numerator_(whole) {}
  Rational(Decimal decimal) noexcept;
  /// `denominator` is above zero.
  Rational(Int128 numerator, Int128 denominator) noexcept : numerator_(numerator), denominator_(denominator) {}

  Rational(const Rational& other);
  Rational(Rational&&) noexcept = default;
  Rational& operator=(const Rational& other);
  Rational& operator=(Rational&&) noexcept = default;
  ~Rational() = default;

  bool is_zero() const noexcept { return sign() == 0; }
  int sign() const noexcept;

  Rational operator-() const;
  friend Rational operator+(const Rational& left, const Rational& right);
  friend Rational operator-(const Rational& left, const Rational& right);
  friend Rational operator*(const Rational& left, const Rational& right);
  /// `right` is not zero.
  friend Rational operator/(const Rational& left, const Rational& right);
  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  Rational& operator-=(const Rational& other) { return *this = *this - other; }
  Rational& operator*=(const Rational& other) { return *this = *this * other; }
  Rational& operator/=(const Rational& other) { return *this = *this / other; }

  friend std::strong_ordering operator<=>(const Rational& left, const Rational& right);
  friend bool operator==(const Rational& left, const Rational& right) { return (left <=> right) == 0; }

  /// To a multiple of `step`, which is above zero.
  Rational rounded(Toward toward, const Rational& step) const;
  /// rounded(), as a decimal, in one division.
  Decimal rounded_decimal(Toward toward, Decimal step) const;
  /// To at most six decimals; none is lost of a number that has no more.
  Decimal decimal(Toward toward = Toward::nearest) const;
  struct Fraction {
    Int128 numerator;
    Int128 denominator;
  };
  /// In lowest terms, where 128 bits hold it.
  std::optional<Fraction> fraction() const;
  /// `29/2` in lowest terms, `14` when whole.
  std::string text() const;

  struct Large;

 private:
  static Rational of(BigInteger numerator, BigInteger denominator);
  static Rational sum(const Rational& left, const Rational& right, bool minus);
  Large large() const;

  // Not always in lowest terms: reduced when 128 bits would not hold the next result.
  Int128 numerator_ = 0;
  Int128 denominator_ = 1;
  std::unique_ptr<Large> large_;  // in its place, where 128 bits do not suffice
};

inline Rational::Rational(Decimal decimal) noexcept : numerator_(decimal.millionths()), denominator_(Decimal::one) {
  // Marks and coefficients are whole or nearly so, and short denominators keep their sums short.
  constexpr std::int64_t thousand = 1'000;
  if (decimal.millionths() % Decimal::one == 0) {
    numerator_ = decimal.millionths() / Decimal::one;
    denominator_ = 1;
  } else if (decimal.millionths() % thousand == 0) {
    numerator_ = decimal.millionths() / thousand;
    denominator_ = thousand;
  }
}

struct Rational::Large {
  BigInteger numerator;
  BigInteger denominator;
};

}  // namespace ent::base
