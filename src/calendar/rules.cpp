#include "calendar/rules.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"

namespace ent::calendar {
namespace {

namespace chrono = std::chrono;

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_code = 20;
constexpr std::size_t most_holidays = 200;
constexpr std::size_t most_calendars = 10;
constexpr std::size_t most_weeks = 60;
constexpr std::size_t half_days_of_a_week = 14;
constexpr std::size_t most_bells = 40;
constexpr int longest_span = 400;
constexpr std::int32_t first_year = 1950, last_year = 2200;

Date first_of(std::int32_t year, chrono::month month) noexcept {
  return Date{chrono::year{year} / month / 1};
}

/// What a school year may reach over: school years of the southern territories begin in February.
bool touches_year(std::int32_t school_year, Date from, Date to) noexcept {
  return to > first_of(school_year, chrono::January) && from < first_of(school_year + 2, chrono::January);
}

void check_year(base::Fields& fields, std::int32_t year) {
  fields.refuse_if(year < first_year || year > last_year, "/school_year", "field.range");
}

void check_holiday(base::Fields& fields, const Holiday& item, std::int32_t year, const std::string& path) {
  fields.length(base::trim(item.name), 1, longest_name, path + "/name")
      .refuse_if(item.kind == DayOff::closure, path + "/kind", "calendar.closure_unexpected")
      .refuse_if(item.valid_to <= item.valid_from, path + "/valid_to", "period.empty")
      .refuse_if(!touches_year(year, item.valid_from, item.valid_to), path + "/valid_from", "calendar.outside_year");
}

/// Whether one half-day of a closure is shut on a day.
bool closes(const Closure& closure, Date date, HalfDay half) noexcept {
  return closure.valid_from <= date && date < closure.valid_to && (!closure.half_day || *closure.half_day == half);
}

bool in_order_of_the_week(const Hours& a, const Hours& b) noexcept {
  return std::pair(a.weekday, a.half_day) < std::pair(b.weekday, b.half_day);
}

bool in_a_year(const std::vector<Year>& years, Date date) noexcept {
  return std::ranges::any_of(years, [&](const Year& year) { return year.first_day <= date && date <= year.last_day; });
}

/// The hours of a day, were it not for closures.
std::vector<Hours> hours_of(Date date, const Facts& facts) {
  std::vector<Hours> found;
  const DatedWeek* const week = in_a_year(facts.years, date) ? week_at(facts.weeks, date) : nullptr;
  if (week == nullptr) return found;
  std::ranges::copy_if(week->items, std::back_inserter(found),
                       [&](const Hours& hours) { return hours.weekday == weekday_of(date); });
  return found;
}

/// The closure that names a day with these hours: the widest, then the first by kind.
const Closure* closure_of(const std::vector<Closure>& closures, Date date, const std::vector<Hours>& hours) noexcept {
  const Closure* named = nullptr;
  const auto rank = [](const Closure& closure) { return std::pair(closure.half_day.has_value(), closure.kind); };
  for (const Closure& closure : closures) {
    const auto shut = [&](const Hours& each) { return closes(closure, date, each.half_day); };
    if (std::ranges::none_of(hours, shut)) continue;
    if (named == nullptr || rank(closure) < rank(*named)) named = &closure;
  }
  return named;
}

Day day_of(Date date, const Facts& facts) {
  Day day{date, weekday_of(date), hours_of(date, facts), {}, {}, {}};
  if (const Closure* const closure = closure_of(facts.closures, date, day.hours)) {
    day.off = closure->kind;
    day.off_name = closure->name;
    std::erase_if(day.hours, [&](const Hours& hours) { return is_off(date, hours.half_day, facts); });
  }
  for (const Alternance& alternance : facts.alternances) {
    if (covers(alternance, date)) day.alternances.push_back(alternance.code);
  }
  return day;
}

}  // namespace

Weekday weekday_of(Date date) noexcept {
  return static_cast<Weekday>(chrono::weekday{date}.iso_encoding());
}

Date monday_of(Date date) noexcept { return date - chrono::days{static_cast<int>(weekday_of(date)) - 1}; }

bool is_off(Date date, HalfDay half, const Facts& facts) noexcept {
  if (!facts.years.empty() && !in_a_year(facts.years, date)) return true;
  return std::ranges::any_of(facts.closures, [&](const Closure& each) { return closes(each, date, half); });
}

bool covers(const Alternance& alternance, Date date) noexcept {
  return std::ranges::binary_search(alternance.mondays, monday_of(date));
}

const DatedWeek* week_at(const std::vector<Weeks>& weeks, Date date) noexcept {
  for (const Weeks& of_unit : weeks) {
    const auto later = std::ranges::find_if(of_unit, [&](const DatedWeek& week) { return week.valid_from > date; });
    if (later != of_unit.begin()) return &*std::prev(later);
  }
  return nullptr;
}

std::optional<Error> well_formed(const LoadHolidays& input) {
  base::Fields fields;
  fields.length(base::trim(input.calendar), 1, longest_code, "/calendar")
      .length(base::trim(input.source), 1, longest_name, "/source")
      .refuse_if(input.items.size() > most_holidays, "/items", "field.range");
  check_year(fields, input.school_year);
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    check_holiday(fields, input.items[i], input.school_year, "/items/" + std::to_string(i));
  }
  return fields.error();
}

std::optional<Error> well_formed(const Configure& input) {
  base::Fields fields;
  if (input.calendars) {
    fields.refuse_if(input.calendars->size() > most_calendars, "/calendars", "field.range");
    for (std::size_t i = 0; i < input.calendars->size(); ++i) {
      fields.length(base::trim((*input.calendars)[i]), 1, longest_code, "/calendars/" + std::to_string(i));
    }
  }
  fields.refuse_if(input.timezone && !base::Zone::find(*input.timezone), "/timezone", "calendar.timezone_unknown");
  return fields.error();
}

std::optional<Error> well_formed(const SetYear& input) {
  base::Fields fields;
  check_year(fields, input.school_year);
  const bool begins = first_of(input.school_year, chrono::January) <= input.first_day &&
                      input.first_day < first_of(input.school_year + 1, chrono::January);
  return fields.refuse_if(input.last_day < input.first_day, "/last_day", "period.empty")
      .refuse_if(!begins, "/first_day", "calendar.outside_year")
      .refuse_if(input.last_day - input.first_day > chrono::days{366}, "/last_day", "calendar.outside_year")
      .error();
}

bool lies_in_year(const SetYear& input, base::SchoolYears years) {
  return years.of(input.first_day + (input.last_day - input.first_day) / 2) == input.school_year;
}

std::optional<Error> well_formed(const AddClosure& input) {
  const Date end = input.valid_to.value_or(input.valid_from + chrono::days{1});
  return base::Fields()
      .length(base::trim(input.name), 1, longest_name, "/name")
      .refuse_if(end <= input.valid_from, "/valid_to", "period.empty")
      .refuse_if(end - input.valid_from > chrono::days{longest_span}, "/valid_to", "field.range")
      .error();
}

std::optional<Error> well_formed(const Span& input) {
  return base::Fields()
      .refuse_if(input.last_day < input.first_day, "/last_day", "period.empty")
      .refuse_if(input.last_day - input.first_day >= chrono::days{longest_span}, "/last_day", "field.range")
      .error();
}

std::optional<Error> well_formed(const SetHours& input) {
  base::Fields fields;
  fields.refuse_if(input.items.size() > half_days_of_a_week, "/items", "field.range");
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const Hours& hours = input.items[i];
    const std::string path = "/items/" + std::to_string(i);
    fields.refuse_if(hours.closes <= hours.opens, path + "/closes", "calendar.hours_empty");
    const auto same = [&](const Hours& other) { return other.weekday == hours.weekday && other.half_day == hours.half_day; };
    fields.refuse_if(std::ranges::any_of(std::span(input.items).first(i), same), path, "calendar.hours_repeated");
    const auto before = [&](const Hours& other) {
      return other.weekday == hours.weekday && other.half_day == HalfDay::morning &&
             hours.half_day == HalfDay::afternoon && other.closes > hours.opens;
    };
    fields.refuse_if(std::ranges::any_of(input.items, before), path + "/opens", "calendar.hours_overlap");
  }
  return fields.error();
}

std::optional<Error> well_formed(const SetAlternance& input) {
  base::Fields fields;
  fields.length(base::trim(input.code), 1, longest_code, "/code")
      .refuse_if(input.mondays.size() > most_weeks, "/mondays", "field.range");
  check_year(fields, input.school_year);
  for (std::size_t i = 0; i < input.mondays.size(); ++i) {
    const Date monday = input.mondays[i];
    const std::string path = "/mondays/" + std::to_string(i);
    fields.refuse_if(weekday_of(monday) != Weekday::monday, path, "calendar.no_monday")
        .refuse_if(!touches_year(input.school_year, monday, monday + chrono::days{7}), path, "calendar.outside_year");
  }
  return fields.error();
}

std::optional<Error> well_formed(const SetBells& input) {
  base::Fields fields;
  fields.length(base::trim(input.code), 1, longest_code, "/code")
      .refuse_if(input.items.size() > most_bells, "/items", "field.range");
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const Bell& bell = input.items[i];
    const std::string path = "/items/" + std::to_string(i);
    const auto before = std::span(input.items).first(i);
    const auto overlaps = [&](const Bell& other) { return other.begins < bell.ends && bell.begins < other.ends; };
    const auto has_name = [&](const Bell& other) { return base::trim(other.name) == base::trim(bell.name); };
    fields.length(base::trim(bell.name), 1, longest_code, path + "/name")
        .refuse_if(bell.ends <= bell.begins, path + "/ends", "calendar.hours_empty")
        .refuse_if(std::ranges::any_of(before, has_name), path + "/name", "calendar.bell_repeated")
        .refuse_if(std::ranges::any_of(before, overlaps), path + "/begins", "calendar.bells_overlap");
  }
  return fields.error();
}

DatedGrid dated_grid(const SetBells& input, Date today) {
  DatedGrid grid{std::string(base::trim(input.code)), input.valid_from.value_or(today), input.items};
  for (Bell& bell : grid.bells) bell.name = std::string(base::trim(bell.name));
  std::ranges::sort(grid.bells, {}, &Bell::begins);
  return grid;
}

DatedWeek dated_week(const SetHours& input, Date today) {
  DatedWeek week{input.valid_from.value_or(today), input.items};
  std::ranges::sort(week.items, in_order_of_the_week);
  return week;
}

std::vector<Day> days_of(Date first, Date last, const Facts& facts) {
  std::vector<Day> found;
  for (Date date = first; date <= last; date += chrono::days{1}) found.push_back(day_of(date, facts));
  return found;
}

}  // namespace ent::calendar
