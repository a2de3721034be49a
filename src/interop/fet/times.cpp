#include "interop/fet/times.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/date.hpp"
#include "base/text.hpp"

namespace ent::interop::fet {
namespace {

using calendar::HalfDay;
using calendar::Weekday;

constexpr std::string_view french[] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};
constexpr std::string_view english[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::int32_t noon = 12 * 60, one_o_clock = 13 * 60;
constexpr std::size_t days_of_a_week = 7;

/// "Lundi matin", "monday1".
std::optional<Weekday> weekday_in(std::string_view name) {
  const std::string folded = base::fold(name);
  for (std::size_t i = 0; i < days_of_a_week; ++i) {
    if (folded.starts_with(french[i]) || folded.starts_with(english[i])) return static_cast<Weekday>(i + 1);
  }
  return std::nullopt;
}

using DayPlaces = std::vector<std::optional<DayPlace>>;

DayPlaces by_table(const Document& document, const std::vector<FetDay>& table) {
  DayPlaces places;
  for (const Entry& day : document.days) {
    const auto row = std::ranges::find(table, day.name, &FetDay::name);
    places.push_back(row == table.end() ? std::nullopt : std::optional(DayPlace{row->weekday, row->half_day}));
  }
  return places;
}

/// Where all names tell: a weekday that comes twice is there in halves.
std::optional<DayPlaces> by_name(const Document& document, const std::optional<bool>& half_days) {
  std::map<Weekday, int> seen;
  DayPlaces places;
  for (const Entry& day : document.days) {
    const auto weekday = weekday_in(day.name);
    if (!weekday || ++seen[*weekday] > 2) return std::nullopt;
    places.push_back(DayPlace{*weekday, seen[*weekday] == 1 ? HalfDay::morning : HalfDay::afternoon});
  }
  const bool halves = std::ranges::any_of(seen, [](const auto& day) { return day.second == 2; });
  if (halves != half_days.value_or(halves)) return std::nullopt;
  if (!halves) {
    for (auto& place : places) place->half_day.reset();
  }
  return places;
}

DayPlaces in_order(const Document& document, const FetOptions& options) {
  const bool halves = options.half_days.value_or(document.half_days);
  const std::size_t first = static_cast<std::size_t>(options.first_weekday) - 1;
  DayPlaces places(document.days.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t day = halves ? i / 2 : i;
    if (day >= days_of_a_week) break;
    places[i] = DayPlace{static_cast<Weekday>((first + day) % days_of_a_week + 1), std::nullopt};
    if (halves) places[i]->half_day = i % 2 == 0 ? HalfDay::morning : HalfDay::afternoon;
  }
  return places;
}

/// The times in a name: "08:15", "8h", "9.30", "10h15".
std::vector<std::int32_t> times_in(std::string_view name) {
  const auto is_digit = [&](std::size_t at) { return at < name.size() && name[at] >= '0' && name[at] <= '9'; };
  const auto digit = [&](std::size_t at) { return static_cast<std::int32_t>(name[at] - '0'); };
  std::vector<std::int32_t> found;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (!is_digit(at)) continue;
    std::size_t end = at;
    while (is_digit(end)) ++end;
    const std::size_t sign = end;
    const bool is_hour = end - at <= 2 && sign < name.size() && std::string_view(":.hH").find(name[sign]) != std::string_view::npos;
    const bool has_minutes = is_hour && is_digit(sign + 1) && is_digit(sign + 2) && !is_digit(sign + 3);
    const bool bare = is_hour && (name[sign] == 'h' || name[sign] == 'H') && !is_digit(sign + 1);
    const std::int32_t hours = end - at == 2 ? digit(at) * 10 + digit(at + 1) : digit(at);
    const std::int32_t minutes = has_minutes ? digit(sign + 1) * 10 + digit(sign + 2) : 0;
    if ((has_minutes || bare) && hours < 24 && minutes < 60) found.push_back(hours * 60 + minutes);
    at = has_minutes ? sign + 2 : end - 1;
  }
  return found;
}

using AllTimes = std::vector<Times>;

/// Where each name tells both ends, one behind the other.
std::optional<AllTimes> both_ends(const std::vector<std::vector<std::int32_t>>& names) {
  AllTimes all;
  std::int32_t last = 0;
  for (const auto& times : names) {
    if (times.size() < 2 || times[0] < last || times[1] <= times[0]) return std::nullopt;
    last = times[1];
    all.push_back({{times[0]}, {times[1]}});
  }
  return all;
}

/// Where each name tells the beginning: an hour ends when the next one begins, the last one after the shortest time.
std::optional<AllTimes> beginnings(const std::vector<std::vector<std::int32_t>>& names, const std::optional<std::int32_t>& length) {
  AllTimes all;
  std::int32_t shortest = length.value_or(24 * 60);
  for (const auto& times : names) {
    if (times.empty() || (!all.empty() && times[0] <= all.back().begins.minutes)) return std::nullopt;
    if (!all.empty()) shortest = std::min(shortest, times[0] - all.back().begins.minutes);
    all.push_back({{times[0]}, {}});
  }
  if (all.empty() || (all.size() == 1 && !length)) return std::nullopt;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::int32_t begins = all[i].begins.minutes;
    const std::int32_t next = i + 1 < all.size() ? all[i + 1].begins.minutes : begins + shortest;
    all[i].ends.minutes = length ? std::min(next, begins + *length) : next;
  }
  return all.back().ends.minutes < 24 * 60 ? std::optional(all) : std::nullopt;
}

std::optional<AllTimes> by_names(const Document& document, const FetOptions& options) {
  std::vector<std::vector<std::int32_t>> names;
  for (const Entry& hour : document.hours) names.push_back(times_in(hour.name));
  if (auto all = both_ends(names)) return all;
  return beginnings(names, options.lesson_minutes);
}

/// Names that are those of both halves of the days tell of the half in which their times lie.
bool lies_in(const Times& times, const std::optional<HalfDay>& half) {
  if (!half) return true;
  return *half == HalfDay::morning ? times.begins.minutes < one_o_clock : times.begins.minutes >= noon;
}

std::vector<Times> bells_of(std::span<const calendar::BellOfDay> bells, const std::optional<HalfDay>& half) {
  std::vector<Times> found;
  for (const calendar::BellOfDay& bell : bells) {
    const bool morning = bell.begins.minutes < one_o_clock;
    if (!half || (*half == HalfDay::morning) == morning) found.push_back({bell.begins, bell.ends});
  }
  return found;
}

std::size_t place_of(const std::optional<HalfDay>& half) { return half ? static_cast<std::size_t>(*half) : 0; }

}  // namespace

std::vector<std::optional<DayPlace>> days_of(const Document& document, const FetOptions& options) {
  if (!options.days.empty()) return by_table(document, options.days);
  if (auto places = by_name(document, options.half_days)) return *std::move(places);
  return in_order(document, options);
}

Hours::Hours(const Document& document, const FetOptions& options, std::span<const calendar::BellOfDay> bells) {
  const auto named = by_names(document, options);
  for (const std::optional<HalfDay>& half : {std::optional<HalfDay>(), std::optional(HalfDay::morning), std::optional(HalfDay::afternoon)}) {
    const auto rung = bells_of(bells, half);
    Row& row = rows_[place_of(half)];
    for (std::size_t i = 0; i < document.hours.size(); ++i) {
      const auto entry = std::ranges::find_if(options.hours, [&](const FetHour& it) {
        return it.name == document.hours[i].name && (!it.half_day || !half || it.half_day == half);
      });
      Told told;
      if (entry != options.hours.end()) {
        told.times = Times{entry->begins, entry->ends};
      } else if (named && lies_in((*named)[i], half)) {
        told.times = (*named)[i];
      } else if (i < rung.size()) {
        told = {rung[i], true};
      }
      row.push_back(told);
    }
  }
}

const Hours::Row& Hours::row(const std::optional<HalfDay>& half) const { return rows_[place_of(half)]; }

std::optional<Times> Hours::times_of(std::int32_t hour, std::int32_t duration, const std::optional<HalfDay>& half) const {
  const auto& first = row(half)[static_cast<std::size_t>(hour)].times;
  const auto& last = row(half)[static_cast<std::size_t>(hour + duration - 1)].times;
  if (!first || !last || last->ends <= first->begins) return std::nullopt;
  return Times{first->begins, last->ends};
}

std::vector<std::optional<Times>> Hours::told(const std::optional<HalfDay>& half) const {
  std::vector<std::optional<Times>> found;
  for (const Told& hour : row(half)) found.push_back(hour.by_bells ? std::nullopt : hour.times);
  return found;
}

}  // namespace ent::interop::fet
