/// Civil dates, times of day and instants as text. No locale, no clock.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ent/time.hpp"

namespace ent::base {

/// The first and last date that can be written: 0001-01-01 and 9999-12-31.
inline constexpr Date first_date{std::chrono::days{-719'162}};
inline constexpr Date last_date{std::chrono::days{2'932'896}};

/// The first and last instant that can be written.
inline constexpr Instant first_instant{first_date};
inline constexpr Instant last_instant = Instant{last_date + std::chrono::days{1}} - std::chrono::microseconds{1};

constexpr bool writable(Date date) noexcept { return date >= first_date && date <= last_date; }
constexpr bool writable(Instant instant) noexcept { return instant >= first_instant && instant <= last_instant; }

constexpr bool writable(TimeOfDay time) noexcept { return time.minutes >= 0 && time.minutes < 24 * 60; }

/// Room for any date, time or instant that the writers below put down.
inline constexpr std::size_t longest_time_text = 48;

/// Writes `YYYY-MM-DD` and answers its end. A date that is not writable (open_end, a defect of the
/// caller) comes out as ISO 8601 has it, with a sign and more digits; no reader takes that back.
char* write_date(Date date, char* out) noexcept;

/// Writes `08:30`, of a time of day that is writable.
char* write_time(TimeOfDay time, char* out) noexcept;

/// Writes RFC 3339 in UTC, `2026-09-14T06:30:00Z`, with six decimals only when there are microseconds.
char* write_instant(Instant instant, char* out) noexcept;

std::string date_text(Date date);           ///< "2026-09-14"
std::string french_date_text(Date date);    ///< "14/09/2026"
std::string time_text(TimeOfDay time);      ///< "08:30"
std::string instant_text(Instant instant);  ///< "2026-09-14T06:30:00Z"

/// `YYYY-MM-DD`; nothing else, and only dates that exist.
std::optional<Date> parse_date(std::string_view text) noexcept;

/// `dd/mm/yyyy`, as French administrations write it.
std::optional<Date> parse_french_date(std::string_view text) noexcept;

/// `hh:mm`, from 00:00 to 23:59.
std::optional<TimeOfDay> parse_time(std::string_view text) noexcept;

/// RFC 3339 with `Z` or an offset, up to six decimals. Leap seconds do not exist in this count of time.
std::optional<Instant> parse_instant(std::string_view text) noexcept;

/// The year on the calendar, which is not that of schools: SchoolYears.
inline std::int32_t civil_year(Date date) noexcept { return static_cast<int>(std::chrono::year_month_day{date}.year()); }

}  // namespace ent::base
