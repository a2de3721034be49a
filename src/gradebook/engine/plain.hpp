/// The way of most books: marks with coefficients, nothing dropped, nothing optional. Two integers for each pupil and no
/// allocation for any, so that a whole school can be streamed through in the order of its keys.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "gradebook/engine/book.hpp"
#include "gradebook/engine/outcome.hpp"

namespace ent::gradebook::engine {

/// What one mark of each assessment adds above and below the line, in one unit for the whole book.
class PlainBook {
 public:
  /// None where the policy or the book asks for more than sums, or where sums could outgrow 128 bits.
  static std::optional<PlainBook> of(const Policy& policy, const Book& book);

  std::size_t assessments() const noexcept { return adds_.size(); }

 private:
  friend class PlainSums;
  struct Adds {
    std::int64_t above = 0;      ///< For each millionth of the mark.
    std::int64_t below = 0;
    std::int64_t threshold = 0;  ///< What is not above it adds nothing; the lowest number where there is none.
    std::int64_t from = 0;       ///< Taken from the mark.
    std::uint8_t seen = 0;
  };
  std::vector<Adds> adds_;
  std::array<std::uint8_t, mark_kinds> kinds_{};
};

class PlainSums {
 public:
  PlainSums(const PlainBook& book, std::size_t pupils) : book_(&book), sums_(pupils) {}

  /// `assessment` and `pupil` are indices. A mark that is not entered may be left out.
  void add(std::size_t pupil, std::size_t assessment, const Mark& mark) noexcept {
    const PlainBook::Adds& adds = book_->adds_[assessment];
    Sum& sum = sums_[pupil];
    const std::uint8_t kind = book_->kinds_[static_cast<std::size_t>(mark.kind)];
    if (kind > as_zero || adds.seen != weighs) {
      sum.seen |= kind > as_zero && adds.seen != nothing ? kind : adds.seen;
      return;
    }
    const std::int64_t value = kind == as_zero ? 0 : mark.value.millionths();
    if (value > adds.threshold) sum.above += static_cast<base::Int128>(value - adds.from) * adds.above;
    sum.below += adds.below;
    sum.seen |= weighs;
  }

  std::size_t pupils() const noexcept { return sums_.size(); }
  Standing standing(std::size_t pupil) const noexcept;
  /// Where the standing is an average.
  Rational average(std::size_t pupil) const noexcept {
    return {sums_[pupil].above, static_cast<base::Int128>(sums_[pupil].below) * Decimal::one};
  }

 private:
  friend class PlainBook;
  static constexpr std::uint8_t as_value = 0;
  static constexpr std::uint8_t as_zero = 1;
  static constexpr std::uint8_t weighs = 2;
  static constexpr std::uint8_t weightless = 4;
  static constexpr std::uint8_t set_aside = 8;
  static constexpr std::uint8_t nothing = 16;

  struct Sum {
    base::Int128 above = 0;
    std::int64_t below = 0;
    std::uint8_t seen = 0;
  };
  const PlainBook* book_;
  std::vector<Sum> sums_;
};

}  // namespace ent::gradebook::engine
