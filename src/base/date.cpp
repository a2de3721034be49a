#include "base/date.hpp"

#include <array>
#include <charconv>
#include <cstdint>

namespace ent::base {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::microseconds;
using std::chrono::minutes;

struct Civil {
  std::int64_t year;
  unsigned month;
  unsigned day;
};

/// Counts from 1 March of year 0 in cycles of 400 years, so that the leap day ends a year.
Civil civil(Date date) noexcept {
  const std::int64_t since_march = date.time_since_epoch().count() + 719'468;
  const std::int64_t cycle = (since_march >= 0 ? since_march : since_march - 146'096) / 146'097;
  const auto day_of_cycle = static_cast<unsigned>(since_march - cycle * 146'097);
  const unsigned year_of_cycle =
      (day_of_cycle - day_of_cycle / 1'460 + day_of_cycle / 36'524 - day_of_cycle / 146'096) / 365;
  const unsigned day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  const unsigned month_from_march = (5 * day_of_year + 2) / 153;
  const unsigned day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const unsigned month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return {cycle * 400 + year_of_cycle + (month <= 2 ? 1 : 0), month, day};
}

/// Two digits for each number below 100, side by side.
constexpr auto pairs = [] {
  std::array<char, 200> digits{};
  for (std::size_t i = 0; i < 100; ++i) {
    digits[2 * i] = static_cast<char>('0' + i / 10);
    digits[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return digits;
}();

char* write_pair(std::uint64_t number, char* out) noexcept {
  out[0] = pairs[2 * number];
  out[1] = pairs[2 * number + 1];
  return out + 2;
}

char* write_year(std::int64_t year, char* out) noexcept {
  if (year >= 0 && year <= 9999) {
    const auto positive = static_cast<std::uint64_t>(year);
    return write_pair(positive % 100, write_pair(positive / 100, out));
  }
  if (year > 0) *out++ = '+';
  return std::to_chars(out, out + 20, year).ptr;
}

/// Reads `count` digits at `position`; -1 when there are not so many.
int digits(std::string_view text, std::size_t position, std::size_t count) noexcept {
  if (position + count > text.size()) return -1;
  int number = 0;
  for (const char c : text.substr(position, count)) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool char_is(std::string_view text, std::size_t position, char wanted) noexcept {
  return position < text.size() && text[position] == wanted;
}

std::optional<Date> existing(int year, int month, int day) noexcept {
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return Date(date);
}

/// `hh:mm:ss` at `position`.
std::optional<std::chrono::seconds> time_of_day(std::string_view text, std::size_t position) noexcept {
  const int hours = digits(text, position, 2);
  const int mins = digits(text, position + 3, 2);
  const int secs = digits(text, position + 6, 2);
  if (!char_is(text, position + 2, ':') || !char_is(text, position + 5, ':')) return std::nullopt;
  if (hours < 0 || hours > 23 || mins < 0 || mins > 59 || secs < 0 || secs > 59) return std::nullopt;
  return std::chrono::hours(hours) + minutes(mins) + std::chrono::seconds(secs);
}

/// `.` and one to six digits at the front of `text`, which are taken off; zero when there is no point.
std::optional<microseconds> take_fraction(std::string_view& text) noexcept {
  if (!text.starts_with('.')) return microseconds{0};
  std::size_t count = 0;
  while (digits(text, 1 + count, 1) >= 0) ++count;
  if (count == 0 || count > 6) return std::nullopt;
  std::int64_t value = digits(text, 1, count);
  for (std::size_t i = count; i < 6; ++i) value *= 10;
  text.remove_prefix(1 + count);
  return microseconds{value};
}

/// `Z`, `+hh:mm` or `-hh:mm`, and nothing behind it.
std::optional<minutes> offset(std::string_view text) noexcept {
  if (text == "Z" || text == "z") return minutes{0};
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const int hours = digits(text, 1, 2);
  const int mins = digits(text, 4, 2);
  if (hours < 0 || hours > 23 || mins < 0 || mins > 59) return std::nullopt;
  const minutes east = std::chrono::hours(hours) + minutes(mins);
  return text[0] == '+' ? east : -east;
}

template <class Moment>
std::string text_of(Moment moment, char* (*write)(Moment, char*) noexcept) {
  char buffer[longest_time_text];
  return {buffer, write(moment, buffer)};
}

}  // namespace

char* write_date(Date date, char* out) noexcept {
  const Civil parts = civil(date);
  out = write_year(parts.year, out);
  *out++ = '-';
  out = write_pair(parts.month, out);
  *out++ = '-';
  return write_pair(parts.day, out);
}

char* write_instant(Instant instant, char* out) noexcept {
  const Date date = floor<days>(instant);
  const auto micros = static_cast<std::uint64_t>((instant - date).count());
  const std::uint64_t seconds = micros / 1'000'000;
  const std::uint64_t fraction = micros % 1'000'000;
  out = write_date(date, out);
  *out++ = 'T';
  out = write_pair(seconds / 3600, out);
  *out++ = ':';
  out = write_pair(seconds / 60 % 60, out);
  *out++ = ':';
  out = write_pair(seconds % 60, out);
  if (fraction != 0) {
    *out++ = '.';
    out = write_pair(fraction % 100, write_pair(fraction / 100 % 100, write_pair(fraction / 10'000, out)));
  }
  *out++ = 'Z';
  return out;
}

char* write_time(TimeOfDay time, char* out) noexcept {
  const auto minutes = static_cast<std::uint64_t>(time.minutes);
  out = write_pair(minutes / 60 % 24, out);
  *out++ = ':';
  return write_pair(minutes % 60, out);
}

std::string date_text(Date date) { return text_of(date, &write_date); }

std::string time_text(TimeOfDay time) { return text_of(time, &write_time); }

std::string instant_text(Instant instant) { return text_of(instant, &write_instant); }

std::string french_date_text(Date date) {
  const Civil parts = civil(date);
  char buffer[longest_time_text];
  char* end = write_pair(parts.day, buffer);
  *end++ = '/';
  end = write_pair(parts.month, end);
  *end++ = '/';
  return {buffer, write_year(parts.year, end)};
}

std::optional<Date> parse_date(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return existing(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

std::optional<Date> parse_french_date(std::string_view text) noexcept {
  if (text.size() != 10 || text[2] != '/' || text[5] != '/') return std::nullopt;
  return existing(digits(text, 6, 4), digits(text, 3, 2), digits(text, 0, 2));
}

std::optional<TimeOfDay> parse_time(std::string_view text) noexcept {
  const int hours = digits(text, 0, 2);
  const int mins = digits(text, 3, 2);
  if (text.size() != 5 || text[2] != ':' || hours < 0 || hours > 23 || mins < 0 || mins > 59) return std::nullopt;
  return TimeOfDay{hours * 60 + mins};
}

std::optional<Instant> parse_instant(std::string_view text) noexcept {
  const auto date = parse_date(text.substr(0, 10));
  if (!date || (!char_is(text, 10, 'T') && !char_is(text, 10, 't'))) return std::nullopt;
  const auto time = time_of_day(text, 11);
  if (!time) return std::nullopt;
  text.remove_prefix(19);
  const auto fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  const auto east = offset(text);
  if (!east) return std::nullopt;
  const Instant instant = Instant{*date} + *time + *fraction - *east;
  return writable(instant) ? std::optional(instant) : std::nullopt;
}

}  // namespace ent::base
