#include "base/rational.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ent::base {
namespace {

bool multiply(Int128 left, Int128 right, Int128& out) noexcept { return !__builtin_mul_overflow(left, right, &out); }
bool add(Int128 left, Int128 right, Int128& out) noexcept { return !__builtin_add_overflow(left, right, &out); }

Int128 size_of(Int128 value) noexcept { return value < 0 ? -value : value; }

/// Both above or equal to zero. Divisions of 64 bits are many times faster than those of 128.
Int128 gcd(Int128 left, Int128 right) noexcept {
  constexpr Int128 word = INT64_MAX;
  while (right > word || (left > word && right != 0)) left = std::exchange(right, left % right);
  auto small_left = static_cast<std::uint64_t>(left);
  auto small_right = static_cast<std::uint64_t>(right);
  if (small_right == 0) return left;
  while (small_right != 0) small_left = std::exchange(small_right, small_left % small_right);
  return static_cast<Int128>(small_left);
}

/// What follows the whole part `floor` of numerator / denominator, compared with one half.
bool goes_up(Toward toward, bool negative, std::strong_ordering to_half) noexcept {
  switch (toward) {
    case Toward::up: return true;
    case Toward::down: return false;
    case Toward::nearest_up: return to_half >= 0;
    case Toward::nearest_down: return to_half > 0;
    case Toward::nearest: break;
  }
  return negative ? to_half > 0 : to_half >= 0;
}

/// The whole number that numerator / denominator goes to.
BigInteger whole(const Rational::Large& value, Toward toward) {
  const bool negative = value.numerator.negative();
  BigInteger::Division division = BigInteger::divide(value.numerator, value.denominator);
  if (division.rest.is_zero()) return division.quotient;
  const BigInteger one(1);
  BigInteger floor = negative ? division.quotient - one : std::move(division.quotient);
  const BigInteger above = negative ? division.rest + value.denominator : std::move(division.rest);
  return goes_up(toward, negative, above + above <=> value.denominator) ? floor + one : floor;
}

Int128 whole(Int128 numerator, Int128 denominator, Toward toward) noexcept {
  const bool short_ones = numerator <= INT64_MAX && numerator >= -INT64_MAX && denominator <= INT64_MAX;
  Int128 floor = short_ones ? static_cast<std::int64_t>(numerator) / static_cast<std::int64_t>(denominator)
                            : numerator / denominator;
  Int128 above = numerator - floor * denominator;
  if (above == 0) return floor;
  if (numerator < 0) {
    --floor;
    above += denominator;
  }
  return goes_up(toward, numerator < 0, above <=> denominator - above) ? floor + 1 : floor;
}

Decimal clamped(Int128 millionths) noexcept {
  return Decimal::of_millionths(static_cast<std::int64_t>(std::clamp<Int128>(millionths, -Decimal::largest, Decimal::largest)));
}

void reduce(Int128& numerator, Int128& denominator) noexcept {
  const Int128 common = gcd(size_of(numerator), denominator);
  numerator /= common;
  denominator /= common;
}

}  // namespace

Rational::Rational(const Rational& other)
    : numerator_(other.numerator_),
      denominator_(other.denominator_),
      large_(other.large_ ? std::make_unique<Large>(*other.large_) : nullptr) {}

Rational& Rational::operator=(const Rational& other) {
  if (this != &other) *this = Rational(other);
  return *this;
}

int Rational::sign() const noexcept {
  if (large_) return large_->numerator.negative() ? -1 : 1;
  return (numerator_ > 0) - (numerator_ < 0);
}

Rational::Large Rational::large() const {
  if (large_) return *large_;
  return {BigInteger(numerator_), BigInteger(denominator_)};
}

/// In lowest terms, and in 128 bits where it fits.
Rational Rational::of(BigInteger numerator, BigInteger denominator) {
  const BigInteger common = BigInteger::gcd(numerator, denominator);
  Large reduced{BigInteger::divide(numerator, common).quotient, BigInteger::divide(denominator, common).quotient};
  const auto top = reduced.numerator.small();
  const auto bottom = reduced.denominator.small();
  if (top && bottom) return {*top, *bottom};
  Rational result;
  result.large_ = std::make_unique<Large>(std::move(reduced));
  return result;
}

Rational Rational::operator-() const { return Rational() - *this; }

Rational Rational::sum(const Rational& left, const Rational& right, bool minus) {
  if (!left.large_ && !right.large_) {
    const Int128 second = minus ? -right.numerator_ : right.numerator_;
    Int128 top = 0;
    if (left.denominator_ == right.denominator_) {
      if (add(left.numerator_, second, top)) return {top, left.denominator_};
    } else {
      const Int128 common = gcd(left.denominator_, right.denominator_);
      const Int128 left_times = right.denominator_ / common;
      const Int128 right_times = left.denominator_ / common;
      Int128 one = 0;
      Int128 two = 0;
      Int128 bottom = 0;
      if (multiply(left.numerator_, left_times, one) && multiply(second, right_times, two) && add(one, two, top) &&
          multiply(left.denominator_, left_times, bottom)) {
        return {top, bottom};
      }
    }
  }
  const Large one = left.large();
  const Large two = right.large();
  const BigInteger first = one.numerator * two.denominator;
  const BigInteger second = two.numerator * one.denominator;
  return of(minus ? first - second : first + second, one.denominator * two.denominator);
}

Rational operator+(const Rational& left, const Rational& right) { return Rational::sum(left, right, false); }
Rational operator-(const Rational& left, const Rational& right) { return Rational::sum(left, right, true); }

Rational operator*(const Rational& left, const Rational& right) {
  if (!left.large_ && !right.large_) {
    Int128 top = 0;
    Int128 bottom = 0;
    if (multiply(left.numerator_, right.numerator_, top) && multiply(left.denominator_, right.denominator_, bottom)) {
      // What stays small now keeps the sums that follow short.
      if (bottom > INT64_MAX) reduce(top, bottom);
      return {top, bottom};
    }
  }
  const Rational::Large one = left.large();
  const Rational::Large two = right.large();
  return Rational::of(one.numerator * two.numerator, one.denominator * two.denominator);
}

Rational operator/(const Rational& left, const Rational& right) {
  if (right.large_) {
    const Rational::Large& by = *right.large_;
    const bool negative = by.numerator.negative();
    const Rational::Large of = left.large();
    return Rational::of(of.numerator * (negative ? -by.denominator : by.denominator),
                        of.denominator * (negative ? -by.numerator : by.numerator));
  }
  const bool negative = right.numerator_ < 0;
  return left * Rational(negative ? -right.denominator_ : right.denominator_,
                         negative ? -right.numerator_ : right.numerator_);
}

std::strong_ordering operator<=>(const Rational& left, const Rational& right) {
  if (!left.large_ && !right.large_) {
    Int128 one = 0;
    Int128 two = 0;
    if (left.denominator_ == right.denominator_) return left.numerator_ <=> right.numerator_;
    if (multiply(left.numerator_, right.denominator_, one) && multiply(right.numerator_, left.denominator_, two)) {
      return one <=> two;
    }
  }
  const Rational::Large one = left.large();
  const Rational::Large two = right.large();
  return one.numerator * two.denominator <=> two.numerator * one.denominator;
}

Rational Rational::rounded(Toward toward, const Rational& step) const {
  const Rational steps = *this / step;
  if (!steps.large_) return Rational(whole(steps.numerator_, steps.denominator_, toward), 1) * step;
  return of(whole(*steps.large_, toward), BigInteger(1)) * step;
}

Decimal Rational::rounded_decimal(Toward toward, Decimal step) const {
  Int128 top = 0;
  Int128 bottom = 0;
  Int128 millionths = 0;
  if (!large_ && multiply(numerator_, Decimal::one, top) && multiply(denominator_, step.millionths(), bottom) &&
      multiply(whole(top, bottom, toward), step.millionths(), millionths)) {
    return clamped(millionths);
  }
  return rounded(toward, step).decimal();
}

Decimal Rational::decimal(Toward toward) const {
  const Rational scaled = *this * Rational(Decimal::one);
  std::optional<Int128> millionths = scaled.large_ ? whole(*scaled.large_, toward).small()
                                                   : whole(scaled.numerator_, scaled.denominator_, toward);
  if (!millionths) millionths = sign() < 0 ? -Decimal::largest : Decimal::largest;
  return clamped(*millionths);
}

std::optional<Rational::Fraction> Rational::fraction() const {
  if (large_) return std::nullopt;
  Fraction lowest{numerator_, denominator_};
  reduce(lowest.numerator, lowest.denominator);
  return lowest;
}

std::string Rational::text() const {
  if (large_) {  // in lowest terms
    const std::string bottom = large_->denominator.text();
    return bottom == "1" ? large_->numerator.text() : large_->numerator.text() + "/" + bottom;
  }
  const Fraction lowest = *fraction();
  return lowest.denominator == 1 ? fmt::format("{}", lowest.numerator) : fmt::format("{}/{}", lowest.numerator, lowest.denominator);
}

}  // namespace ent::base
