/// School years, each named by the civil year in which it begins: 2026 is the year 2026-2027.
#pragma once

#include <cstdint>

#include "ent/time.hpp"

namespace ent::base {

/// A school year turns on 1 August: what is prepared in the summer is for the year to come.
constexpr Date first_day_of_school_year(std::int32_t year) noexcept {
  return Date{std::chrono::year{year} / std::chrono::August / 1};
}

/// The school year that a day lies in.
constexpr std::int32_t school_year_of(Date day) noexcept {
  const std::chrono::year_month_day civil{day};
  const int year = static_cast<int>(civil.year());
  return civil.month() >= std::chrono::August ? year : year - 1;
}

}  // namespace ent::base
