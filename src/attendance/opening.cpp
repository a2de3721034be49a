#include "attendance/opening.hpp"

#include <chrono>

#include "base/zone.hpp"

namespace ent::attendance {
namespace {

constexpr Minute early = 15;

/// Hours of the usual week, in minutes of the day.
constexpr Minute morning_begins = 8 * 60, morning_ends = 12 * 60;
constexpr Minute afternoon_begins = 13 * 60 + 30, afternoon_ends = 17 * 60;

}  // namespace

std::vector<OpenHalf> open_halves(const Days& days) {
  std::vector<OpenHalf> halves;
  for (Date date = days.first; date <= days.last; date += std::chrono::days{1}) {
    const unsigned weekday = std::chrono::weekday{date}.iso_encoding();
    if (weekday > 5) continue;
    halves.push_back({Half::morning, minute_of(date, morning_begins), minute_of(date, morning_ends)});
    if (weekday == 3) continue;
    halves.push_back({Half::afternoon, minute_of(date, afternoon_begins), minute_of(date, afternoon_ends)});
  }
  return halves;
}

std::optional<Span> open_half(Date date, HalfDay half) {
  for (const OpenHalf& open : open_halves({date, date})) {
    if (static_cast<std::int32_t>(open.half) == static_cast<std::int32_t>(half)) return Span{open.from, open.to};
  }
  return std::nullopt;
}

bool is_time(const unit::Unit& unit, Minute begins) {
  const Date date = unit.zone().date_at(unit.now());
  const auto minutes = std::chrono::floor<std::chrono::minutes>(unit.zone().time_at(unit.now())).count();
  return date == date_of(begins) && minute_of(date, minutes) >= begins - early;
}

}  // namespace ent::attendance
