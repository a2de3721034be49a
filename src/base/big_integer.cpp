#include "base/big_integer.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace ent::base {
namespace {

constexpr unsigned limb_bits = 32;

constexpr std::uint32_t low(std::uint64_t value) noexcept { return static_cast<std::uint32_t>(value); }

/// Moves all limbs by fewer than 32 bits upwards, and lengthens by one limb.
void shift_up(std::vector<std::uint32_t>& limbs, unsigned bits) {
  std::uint64_t carry = 0;
  for (std::uint32_t& limb : limbs) {
    carry |= static_cast<std::uint64_t>(limb) << bits;
    limb = low(carry);
    carry >>= limb_bits;
  }
  limbs.push_back(low(carry));
}

void shift_down(std::vector<std::uint32_t>& limbs, unsigned bits) noexcept {
  std::uint64_t carry = 0;
  for (std::size_t at = limbs.size(); at-- != 0;) {
    const std::uint64_t both = carry << limb_bits | limbs[at];
    carry = both & ((std::uint64_t{1} << bits) - 1);
    limbs[at] = low(both >> bits);
  }
}

/// How often `by` goes into the top of `rest` at `at`, never too little and at most two too much.
std::uint64_t guess_digit(const std::vector<std::uint32_t>& rest, const std::vector<std::uint32_t>& by,
                          std::size_t at) noexcept {
  const std::size_t size = by.size();
  const std::uint64_t top = static_cast<std::uint64_t>(rest[at + size]) << limb_bits | rest[at + size - 1];
  std::uint64_t digit = top / by[size - 1];
  std::uint64_t left = top % by[size - 1];
  while (digit >> limb_bits != 0 || digit * by[size - 2] > (left << limb_bits | rest[at + size - 2])) {
    --digit;
    left += by[size - 1];
    if (left >> limb_bits != 0) break;
  }
  return digit;
}

/// Takes `digit` times `by` from `rest` at `at`; whether that was too much.
bool take_away(std::vector<std::uint32_t>& rest, const std::vector<std::uint32_t>& by, std::size_t at,
               std::uint64_t digit) noexcept {
  std::uint64_t carry = 0;
  std::int64_t borrow = 0;
  for (std::size_t i = 0; i < by.size(); ++i) {
    carry += digit * by[i];
    const std::int64_t difference = static_cast<std::int64_t>(rest[at + i]) - low(carry) + borrow;
    rest[at + i] = low(static_cast<std::uint64_t>(difference));
    borrow = difference >> limb_bits;
    carry >>= limb_bits;
  }
  const std::int64_t difference =
      static_cast<std::int64_t>(rest[at + by.size()]) - static_cast<std::int64_t>(carry) + borrow;
  rest[at + by.size()] = low(static_cast<std::uint64_t>(difference));
  return difference < 0;
}

void give_back(std::vector<std::uint32_t>& rest, const std::vector<std::uint32_t>& by, std::size_t at) noexcept {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < by.size(); ++i) {
    carry += static_cast<std::uint64_t>(rest[at + i]) + by[i];
    rest[at + i] = low(carry);
    carry >>= limb_bits;
  }
  rest[at + by.size()] += low(carry);
}

}  // namespace

BigInteger::BigInteger(Int128 value) : negative_(value < 0) {
  auto size = static_cast<Uint128>(value);
  if (negative_) size = -size;
  for (; size != 0; size >>= limb_bits) limbs_.push_back(static_cast<std::uint32_t>(size));
}

std::optional<Int128> BigInteger::small() const noexcept {
  constexpr Uint128 half = Uint128{1} << 127U;
  if (limbs_.size() > 4) return std::nullopt;
  Uint128 size = 0;
  for (std::size_t at = limbs_.size(); at-- != 0;) size = size << limb_bits | limbs_[at];
  // The lowest number of all is left out: its size has no positive twin, which the callers rely on.
  if (size >= half) return std::nullopt;
  const auto value = static_cast<Int128>(size);
  return negative_ ? -value : value;
}

std::string BigInteger::text() const {
  if (limbs_.empty()) return "0";
  constexpr std::uint32_t chunk = 1'000'000'000;
  std::string digits;
  for (Limbs limbs = limbs_; !limbs.empty();) {
    std::uint32_t part = divide_short(limbs, chunk);
    for (int place = 0; place < 9 && (part != 0 || !limbs.empty()); ++place, part /= 10) {
      digits.push_back(static_cast<char>('0' + part % 10));
    }
  }
  if (negative_) digits.push_back('-');
  std::reverse(digits.begin(), digits.end());
  return digits;
}

BigInteger BigInteger::operator-() const {
  BigInteger result = *this;
  result.negative_ = !negative_ && !limbs_.empty();
  return result;
}

BigInteger operator+(const BigInteger& left, const BigInteger& right) {
  BigInteger result;
  if (left.negative_ == right.negative_) {
    result.limbs_ = BigInteger::add(left.limbs_, right.limbs_);
    result.negative_ = left.negative_;
    return result;
  }
  const bool left_larger = BigInteger::compare(left.limbs_, right.limbs_) >= 0;
  const BigInteger& larger = left_larger ? left : right;
  result.limbs_ = BigInteger::subtract(larger.limbs_, (left_larger ? right : left).limbs_);
  result.negative_ = larger.negative_ && !result.limbs_.empty();
  return result;
}

BigInteger operator*(const BigInteger& left, const BigInteger& right) {
  BigInteger result;
  if (left.is_zero() || right.is_zero()) return result;
  result.limbs_.assign(left.limbs_.size() + right.limbs_.size(), 0);
  for (std::size_t i = 0; i < left.limbs_.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < right.limbs_.size(); ++j) {
      carry += static_cast<std::uint64_t>(left.limbs_[i]) * right.limbs_[j] + result.limbs_[i + j];
      result.limbs_[i + j] = low(carry);
      carry >>= limb_bits;
    }
    result.limbs_[i + right.limbs_.size()] = low(carry);
  }
  BigInteger::trim(result.limbs_);
  result.negative_ = left.negative_ != right.negative_;
  return result;
}

std::strong_ordering operator<=>(const BigInteger& left, const BigInteger& right) noexcept {
  if (left.negative_ != right.negative_) return right.negative_ <=> left.negative_;
  return left.negative_ ? BigInteger::compare(right.limbs_, left.limbs_)
                        : BigInteger::compare(left.limbs_, right.limbs_);
}

BigInteger::Division BigInteger::divide(const BigInteger& left, const BigInteger& right) {
  Division result{.quotient = {}, .rest = left};
  if (compare(left.limbs_, right.limbs_) < 0) return result;
  if (right.limbs_.size() == 1) {
    result.quotient.limbs_ = left.limbs_;
    const std::uint32_t rest = divide_short(result.quotient.limbs_, right.limbs_[0]);
    result.rest.limbs_.assign(rest == 0 ? 0 : 1, rest);
  } else {
    result.quotient.limbs_ = divide_long(result.rest.limbs_, right.limbs_);
  }
  result.quotient.negative_ = left.negative_ != right.negative_ && !result.quotient.limbs_.empty();
  result.rest.negative_ = left.negative_ && !result.rest.limbs_.empty();
  return result;
}

BigInteger BigInteger::gcd(BigInteger left, BigInteger right) {
  left.negative_ = right.negative_ = false;
  while (!right.is_zero()) {
    BigInteger rest = divide(left, right).rest;
    left = std::exchange(right, std::move(rest));
  }
  return left;
}

std::strong_ordering BigInteger::compare(const Limbs& left, const Limbs& right) noexcept {
  if (left.size() != right.size()) return left.size() <=> right.size();
  return std::lexicographical_compare_three_way(left.rbegin(), left.rend(), right.rbegin(), right.rend());
}

BigInteger::Limbs BigInteger::add(const Limbs& left, const Limbs& right) {
  const Limbs& longer = left.size() < right.size() ? right : left;
  const Limbs& shorter = left.size() < right.size() ? left : right;
  Limbs result = longer;
  std::uint64_t carry = 0;
  for (std::size_t at = 0; at < result.size(); ++at) {
    carry += static_cast<std::uint64_t>(result[at]) + (at < shorter.size() ? shorter[at] : 0);
    result[at] = low(carry);
    carry >>= limb_bits;
  }
  if (carry != 0) result.push_back(low(carry));
  return result;
}

BigInteger::Limbs BigInteger::subtract(const Limbs& larger, const Limbs& smaller) {
  Limbs result = larger;
  std::int64_t borrow = 0;
  for (std::size_t at = 0; at < result.size(); ++at) {
    borrow += static_cast<std::int64_t>(result[at]) - (at < smaller.size() ? smaller[at] : 0);
    result[at] = low(static_cast<std::uint64_t>(borrow));
    borrow >>= limb_bits;
  }
  trim(result);
  return result;
}

void BigInteger::trim(Limbs& limbs) noexcept {
  while (!limbs.empty() && limbs.back() == 0) limbs.pop_back();
}

std::uint32_t BigInteger::divide_short(Limbs& limbs, std::uint32_t by) noexcept {
  std::uint64_t rest = 0;
  for (std::size_t at = limbs.size(); at-- != 0;) {
    rest = rest << limb_bits | limbs[at];
    limbs[at] = low(rest / by);
    rest %= by;
  }
  trim(limbs);
  return low(rest);
}

/// Division as it is done by hand, on limbs instead of digits: `rest` becomes what remains.
BigInteger::Limbs BigInteger::divide_long(Limbs& rest, const Limbs& by) {
  // With the highest bit of the divisor set, a guessed digit is at most two too large.
  const auto bits = static_cast<unsigned>(std::countl_zero(by.back()));
  Limbs divisor = by;
  shift_up(divisor, bits);
  divisor.pop_back();
  shift_up(rest, bits);
  Limbs quotient(rest.size() - divisor.size(), 0);
  for (std::size_t at = quotient.size(); at-- != 0;) {
    std::uint64_t digit = guess_digit(rest, divisor, at);
    if (take_away(rest, divisor, at, digit)) {
      --digit;
      give_back(rest, divisor, at);
    }
    quotient[at] = low(digit);
  }
  shift_down(rest, bits);
  trim(rest);
  trim(quotient);
  return quotient;
}

}  // namespace ent::base
