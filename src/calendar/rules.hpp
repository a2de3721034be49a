/// When school is: pure functions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/school_year.hpp"
#include "ent/calendar.hpp"

namespace ent::calendar {

std::optional<Error> well_formed(const LoadHolidays& input);
std::optional<Error> well_formed(const Configure& input);
std::optional<Error> well_formed(const SetYear& input);
/// Whether a year is the one that it is called, where years turn so: years differ by weeks between schools, but the middle of each is of it.
bool lies_in_year(const SetYear& input, base::SchoolYears years);
std::optional<Error> well_formed(const AddClosure& input);
std::optional<Error> well_formed(const Span& input);
std::optional<Error> well_formed(const SetHours& input);
std::optional<Error> well_formed(const SetAlternance& input);
std::optional<Error> well_formed(const SetBells& input);

Weekday weekday_of(Date date) noexcept;

/// The Monday of a day's week.
Date monday_of(Date date) noexcept;

/// Opening hours from a day on, until the next begin.
struct DatedWeek {
  Date valid_from{};
  std::vector<Hours> items{};  ///< In the order of the week.
};

/// All that a unit has said, the earliest first.
using Weeks = std::vector<DatedWeek>;

/// The hours that stand on a day: of the nearest unit that has said any by then. Null: none has.
const DatedWeek* week_at(const std::vector<Weeks>& weeks, Date date) noexcept;

/// The hours of an input, in the order of the week.
DatedWeek dated_week(const SetHours& input, Date today);

/// Bells of a grid from a day on, the earliest first.
struct DatedGrid {
  std::string code{};
  Date valid_from{};
  std::vector<Bell> bells{};
};

/// The bells of an input, the earliest first.
DatedGrid dated_grid(const SetBells& input, Date today);

/// What is known of a unit for a span of days.
struct Facts {
  std::vector<Year> years;
  std::vector<Closure> closures;
  std::vector<Weeks> weeks;  ///< Of the unit and those above it, the nearest first.
  std::vector<Alternance> alternances;
  base::SchoolYears school_years{};
};

/// Whether there is no school on half of a day, whatever the hours of the week: it lies outside of the school years, where
/// any is set, or something closes it.
bool is_off(Date date, HalfDay half, const Facts& facts) noexcept;

/// Whether an alternance covers the week of a day.
bool covers(const Alternance& alternance, Date date) noexcept;

/// Each day from the first to the last. Where several closures close some of the hours of a day, the one that closes more
/// of it names it: of those alike, holidays before public holidays before closures.
std::vector<Day> days_of(Date first, Date last, const Facts& facts);

}  // namespace ent::calendar
