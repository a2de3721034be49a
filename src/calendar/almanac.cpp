#include "calendar/almanac.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace ent::calendar {
namespace {

constexpr TimeOfDay noon{12 * 60};

const Hours* hours_on(const std::vector<Hours>& week, Date date, HalfDay half) noexcept {
  const auto found = std::ranges::find_if(
      week, [&](const Hours& hours) { return hours.weekday == weekday_of(date) && hours.half_day == half; });
  return found == week.end() ? nullptr : &*found;
}

/// When the afternoon of a day begins.
TimeOfDay turn_of(const Hours* morning, const Hours* afternoon) noexcept {
  if (morning != nullptr && afternoon != nullptr) return {(morning->closes.minutes + afternoon->opens.minutes) / 2};
  if (morning != nullptr) return morning->closes;
  return afternoon != nullptr ? afternoon->opens : noon;
}

}  // namespace

Almanac::Almanac(const base::Zone& zone, Facts facts, std::vector<std::int64_t> line)
    : zone_(zone), facts_(std::move(facts)), line_(std::move(line)) {}

Instant Almanac::instant_of(Date date, TimeOfDay time) const {
  return zone_.instant_of(date, std::chrono::minutes{time.minutes});
}

const std::vector<Hours>* Almanac::week(Date date) const noexcept {
  const DatedWeek* const found = week_at(facts_.weeks, date);
  return found == nullptr ? nullptr : &found->items;
}

bool Almanac::is_open(Date date, TimeOfDay begins) const noexcept {
  const std::vector<Hours>* const said = week(date);
  if (said == nullptr) return !is_off(date, begins < noon ? HalfDay::morning : HalfDay::afternoon);
  const Hours* const morning = hours_on(*said, date, HalfDay::morning);
  const Hours* const afternoon = hours_on(*said, date, HalfDay::afternoon);
  const Hours* const hours = begins < turn_of(morning, afternoon) ? morning : afternoon;
  return hours != nullptr && !is_off(date, hours->half_day);
}

bool Almanac::covers(std::string_view alternance, Date date) const noexcept {
  return std::ranges::any_of(facts_.alternances, [&](const Alternance& one) {
    return one.code == alternance && calendar::covers(one, date);
  });
}

}  // namespace ent::calendar
