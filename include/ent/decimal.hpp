/// Exact decimal numbers: marks, coefficients, bounds. No binary floats.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ent {

/// A decimal number with at most six decimals, exact. Range: 12 digits before the point.
class Decimal {
 public:
  static constexpr std::int64_t one = 1'000'000;  ///< The millionths of 1.
  static constexpr std::int64_t largest = 1'000'000'000'000 * one - 1;

  constexpr Decimal() = default;
  constexpr Decimal(std::int32_t whole) noexcept : millionths_(whole * one) {}
  static constexpr Decimal of_millionths(std::int64_t millionths) noexcept {
    Decimal made;
    made.millionths_ = millionths;
    return made;
  }

  /// `14`, `14.5` or, as the French write it, `14,5`; a minus sign before it. Nothing else: no space, no
  /// exponent, no second sign. None for any other text, and for what has more digits than fit.
  static std::optional<Decimal> parse(std::string_view text) noexcept;

  constexpr std::int64_t millionths() const noexcept { return millionths_; }
  /// With a point and no needless zeros: `14.5`.
  std::string text() const;

  friend constexpr auto operator<=>(const Decimal&, const Decimal&) = default;

 private:
  std::int64_t millionths_ = 0;
};

}  // namespace ent
