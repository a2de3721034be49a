/// School years, each named by the civil year in which it begins: 2026 is the year 2026-2027, or in the south that of 2026.
#pragma once

#include <chrono>
#include <cstdint>

#include "ent/time.hpp"

namespace ent::base {

/// The school years that turn on the first of a month: what is prepared in the holidays before is for the year to come.
class SchoolYears {
 public:
  /// As everywhere where nobody says otherwise.
  constexpr SchoolYears() noexcept = default;
  constexpr explicit SchoolYears(std::chrono::month turn) noexcept : turn_(turn) {}

  constexpr std::chrono::month turn() const noexcept { return turn_; }

  /// The year that a day lies in.
  constexpr std::int32_t of(Date day) const noexcept {
    const std::chrono::year_month_day civil{day};
    const int year = static_cast<int>(civil.year());
    return civil.month() >= turn_ ? year : year - 1;
  }

  /// The day on which a year begins.
  constexpr Date first_day(std::int32_t year) const noexcept { return Date{std::chrono::year{year} / turn_ / 1}; }

  /// The first of the month in which pupils come, where no calendar says the day: the one after the turn.
  constexpr Date first_day_of_pupils(std::int32_t year) const noexcept {
    return Date{std::chrono::year{year} / (turn_ + std::chrono::months{1}) / 1};
  }

  /// The civil year in which a year ends.
  constexpr std::int32_t civil_year_of_end(std::int32_t year) const noexcept {
    const std::chrono::year_month_day last{first_day(year + 1) - std::chrono::days{1}};
    return static_cast<int>(last.year());
  }
  /// The year that ends in a civil year.
  constexpr std::int32_t ending_in(std::int32_t civil_year) const noexcept {
    return of(Date{std::chrono::year{civil_year} / std::chrono::January / 1});
  }

  friend constexpr bool operator==(const SchoolYears&, const SchoolYears&) noexcept = default;

 private:
  std::chrono::month turn_ = std::chrono::August;
};

/// Those of the north, and those of the south, which are civil years.
inline constexpr SchoolYears years_from_august{std::chrono::August}, years_from_january{std::chrono::January};

}  // namespace ent::base
