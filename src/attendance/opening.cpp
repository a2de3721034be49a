#include "attendance/opening.hpp"

#include <array>
#include <chrono>
#include <span>

namespace ent::attendance {
namespace {

using calendar::Hours;
using calendar::Weekday;

constexpr Minute early = 15;

constexpr Hours morning(Weekday weekday) { return {weekday, HalfDay::morning, {8 * 60}, {12 * 60}}; }
constexpr Hours afternoon(Weekday weekday) { return {weekday, HalfDay::afternoon, {13 * 60 + 30}, {17 * 60}}; }

constexpr std::array usual_week{morning(Weekday::monday),    afternoon(Weekday::monday),   morning(Weekday::tuesday),
                                afternoon(Weekday::tuesday), morning(Weekday::wednesday),  morning(Weekday::thursday),
                                afternoon(Weekday::thursday), morning(Weekday::friday),    afternoon(Weekday::friday)};

std::span<const Hours> week_of(const calendar::Almanac& almanac, Date date) {
  const std::vector<Hours>* const said = almanac.week(date);
  return said == nullptr ? std::span<const Hours>(usual_week) : std::span<const Hours>(*said);
}

}  // namespace

std::vector<OpenHalf> open_halves(const calendar::Almanac& almanac, const Days& days) {
  std::vector<OpenHalf> halves;
  for (Date date = days.first; date <= days.last; date += std::chrono::days{1}) {
    for (const Hours& hours : week_of(almanac, date)) {
      if (hours.weekday != calendar::weekday_of(date) || almanac.is_off(date, hours.half_day)) continue;
      halves.push_back({hours.half_day, minute_of(date, hours.opens.minutes), minute_of(date, hours.closes.minutes)});
    }
  }
  return halves;
}

std::optional<Span> open_half(const calendar::Almanac& almanac, Date date, HalfDay half) {
  for (const OpenHalf& open : open_halves(almanac, {date, date})) {
    if (open.half == half) return Span{open.from, open.to};
  }
  return std::nullopt;
}

bool is_today(const unit::Unit& unit, const calendar::Almanac& almanac, Date date) {
  return date == almanac.zone().date_at(unit.now());
}

bool is_to_come(const unit::Unit& unit, const calendar::Almanac& almanac, Minute begins) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(almanac.zone().time_at(unit.now())).count();
  return minute_of(almanac.zone().date_at(unit.now()), minutes) < begins - early;
}

bool may_be_of(const calendar::Almanac& almanac, Instant taken_at, Date date, TimeOfDay begins) {
  return taken_at >= almanac.instant_of(date, begins) - std::chrono::minutes(early);
}

}  // namespace ent::attendance
