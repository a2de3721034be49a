#include "calendar/rows.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"

namespace ent::calendar::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_calendars{
    "SELECT f.org, f.calendar FROM EACH($1) v JOIN calendar_followed f ON f.org = v.value ORDER BY f.org, f.number"};

constexpr Sql select_zones{"SELECT z.org, z.timezone FROM EACH($1) v JOIN calendar_zone z ON z.org = v.value"};

constexpr Sql select_years{
    "SELECT y.org, y.school_year, y.first_day, y.last_day FROM EACH($1) v JOIN school_year y ON y.org = v.value "
    "ORDER BY y.school_year, y.org"};

constexpr Sql select_decided{
    "SELECT c.org, c.closure, c.name, c.valid_from, c.valid_to, c.half_day FROM EACH($1) v JOIN closure c ON c.org = v.value "
    "WHERE c.valid_to > $2 AND c.valid_from <= $3 ORDER BY c.valid_from, c.org, c.closure"};

constexpr Sql select_published{
    "SELECT h.calendar, h.name, h.kind, h.valid_from, h.valid_to FROM EACH_TEXT($1) v JOIN holiday h ON h.calendar = v.value "
    "WHERE h.school_year >= $2 AND h.school_year <= $3 AND h.valid_to > $4 AND h.valid_from <= $5 "
    "ORDER BY h.valid_from, h.calendar, h.number"};

constexpr Sql select_weeks{
    "SELECT w.org, w.valid_from, h.weekday, h.half_day, h.opens, h.closes FROM EACH($1) v "
    "JOIN opening_week w ON w.org = v.value "
    "LEFT JOIN opening_hours h ON h.org = w.org AND h.valid_from = w.valid_from "
    "WHERE w.valid_from <= $2 ORDER BY w.org, w.valid_from, h.weekday, h.half_day"};

constexpr Sql select_alternances{
    "SELECT a.org, a.school_year, a.code, a.monday FROM EACH($1) v JOIN alternance a ON a.org = v.value "
    "WHERE a.school_year >= $2 AND a.school_year <= $3 ORDER BY a.org, a.school_year, a.code, a.monday"};

/// A grid without bells has ended.
constexpr Sql select_grids{
    "SELECT g.org, g.code, g.valid_from, s.name, s.begins, s.ends FROM EACH($1) v "
    "JOIN bell_grid g ON g.org = v.value AND g.valid_from = (SELECT MAX(l.valid_from) FROM bell_grid l "
    "WHERE l.org = g.org AND l.code = g.code AND l.valid_from <= $2) "
    "JOIN bell s ON s.org = g.org AND s.code = g.code AND s.valid_from = g.valid_from "
    "ORDER BY g.org, g.code, s.number"};

constexpr Sql select_closure{
    "SELECT org, closure, name, valid_from, valid_to, half_day FROM closure WHERE org = $1 AND closure = $2"};

constexpr Sql delete_holidays{"DELETE FROM holiday WHERE calendar = $1 AND school_year = $2"};

constexpr Sql insert_holidays{
    "INSERT INTO holiday (calendar, school_year, source, valid_from, number, valid_to, kind, name) "
    "VALUES ($1, $2, $3, ITEM($4), ITEM($5), ITEM($6), ITEM($7), ITEM_TEXT($8))"};

constexpr Sql delete_followed{"DELETE FROM calendar_followed WHERE org = $1"};

constexpr Sql insert_followed{"INSERT INTO calendar_followed (org, number, calendar) VALUES ($1, ITEM($2), ITEM_TEXT($3))"};

constexpr Sql upsert_zone{
    "INSERT INTO calendar_zone (org, timezone) VALUES ($1, $2) ON CONFLICT (org) DO UPDATE SET timezone = excluded.timezone"};

constexpr Sql upsert_year{
    "INSERT INTO school_year (org, school_year, first_day, last_day) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (org, school_year) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day"};

constexpr Sql insert_closure_row{
    "INSERT INTO closure (org, closure, valid_from, valid_to, half_day, name) VALUES ($1, $2, $3, $4, $5, $6)"};

constexpr Sql delete_closure_row{"DELETE FROM closure WHERE org = $1 AND closure = $2"};

constexpr Sql insert_week{
    "INSERT INTO opening_week (org, valid_from) VALUES ($1, $2) ON CONFLICT (org, valid_from) DO NOTHING"};

constexpr Sql delete_hours{"DELETE FROM opening_hours WHERE org = $1 AND valid_from = $2"};

constexpr Sql insert_hours{
    "INSERT INTO opening_hours (org, valid_from, weekday, half_day, opens, closes) "
    "VALUES ($1, $2, ITEM($3), ITEM($4), ITEM($5), ITEM($6))"};

constexpr Sql delete_alternance{"DELETE FROM alternance WHERE org = $1 AND school_year = $2 AND code = $3"};

constexpr Sql insert_alternance{
    "INSERT INTO alternance (org, school_year, code, monday) VALUES ($1, $2, $3, ITEM($4)) "
    "ON CONFLICT (org, school_year, code, monday) DO NOTHING"};

constexpr Sql insert_grid{
    "INSERT INTO bell_grid (org, code, valid_from) VALUES ($1, $2, $3) ON CONFLICT (org, code, valid_from) DO NOTHING"};

constexpr Sql delete_bells{"DELETE FROM bell WHERE org = $1 AND code = $2 AND valid_from = $3"};

constexpr Sql insert_bells{
    "INSERT INTO bell (org, code, valid_from, number, begins, ends, name) "
    "VALUES ($1, $2, $3, ITEM($4), ITEM($5), ITEM($6), ITEM_TEXT($7))"};

/// What each unit says, and of these what the nearest one does; a default where nobody says anything.
template <class Said>
Said nearest(std::map<std::int64_t, Said>& by_unit, const Line& line) {
  for (const std::int64_t org : line) {
    if (const auto said = by_unit.find(org); said != by_unit.end()) return std::move(said->second);
  }
  return {};
}

Closure closure_of(const Rows& row) {
  Closure closure;
  closure.id = make_id<ClosureId>(row.integer(0), row.integer(1));
  closure.org_id = OrgId{row.integer(0)};
  closure.name = row.string(2);
  closure.kind = DayOff::closure;
  closure.valid_from = unit::date(row.integer(3));
  closure.valid_to = unit::date(row.integer(4));
  if (!row.is_null(5)) closure.half_day = static_cast<HalfDay>(row.int32(5));
  return closure;
}

std::int32_t year_of(Date date) noexcept { return static_cast<int>(std::chrono::year_month_day(date).year()); }

std::vector<std::string> calendars_of(Rows rows, const Line& line) {
  std::map<std::int64_t, std::vector<std::string>> by_unit;
  while (rows.next()) by_unit[rows.integer(0)].push_back(rows.string(1));
  return nearest(by_unit, line);
}

std::vector<Year> years_of(Rows rows, const Line& line) {
  std::map<std::int32_t, std::map<std::int64_t, Year>> by_year;
  while (rows.next()) {
    const Year year{OrgId{rows.integer(0)}, rows.int32(1), unit::date(rows.integer(2)), unit::date(rows.integer(3))};
    by_year[year.school_year].emplace(year.org_id.value, year);
  }
  std::vector<Year> found;
  for (auto& [number, by_unit] : by_year) found.push_back(nearest(by_unit, line));
  return found;
}

std::vector<Closure> decided_of(Rows rows) {
  std::vector<Closure> found;
  while (rows.next()) found.push_back(closure_of(rows));
  return found;
}

/// The days of calendars that touch [first, last].
std::vector<Closure> published(unit::Unit& unit, const std::vector<std::string>& calendars, Date first, Date last) {
  std::vector<Closure> found;
  if (calendars.empty()) return found;
  Rows rows = unit.query(select_published, calendars, year_of(first) - 1, year_of(last), day(first), day(last));
  while (rows.next()) {
    found.push_back({{}, {}, rows.string(0), rows.string(1), static_cast<DayOff>(rows.int32(2)), unit::date(rows.integer(3)),
                     unit::date(rows.integer(4)), {}});
  }
  return found;
}

std::vector<Weeks> weeks_of(Rows rows, const Line& line) {
  std::map<std::int64_t, Weeks> by_unit;
  while (rows.next()) {
    Weeks& weeks = by_unit[rows.integer(0)];
    const Date from = unit::date(rows.integer(1));
    if (weeks.empty() || weeks.back().valid_from != from) weeks.push_back({from, {}});
    if (rows.is_null(2)) continue;
    weeks.back().items.push_back({static_cast<Weekday>(rows.int32(2)), static_cast<HalfDay>(rows.int32(3)),
                                  {rows.int32(4)}, {rows.int32(5)}});
  }
  std::vector<Weeks> found;
  for (const std::int64_t org : line) {
    if (const auto said = by_unit.find(org); said != by_unit.end()) found.push_back(std::move(said->second));
  }
  return found;
}

std::vector<Alternance> alternances_of(Rows rows, const Line& line) {
  std::map<std::int32_t, std::map<std::int64_t, std::vector<Alternance>>> by_year;
  while (rows.next()) {
    const OrgId org{rows.integer(0)};
    std::vector<Alternance>& said = by_year[rows.int32(1)][org.value];
    if (said.empty() || said.back().code != rows.text(2)) said.push_back({org, rows.string(2), {}});
    said.back().mondays.push_back(unit::date(rows.integer(3)));
  }
  std::vector<Alternance> found;
  for (auto& [year, by_unit] : by_year) std::ranges::move(nearest(by_unit, line), std::back_inserter(found));
  return found;
}

}  // namespace

std::vector<std::string> calendars(unit::Unit& unit, const Line& line) {
  return calendars_of(unit.query(select_calendars, line), line);
}

std::optional<std::string> timezone(unit::Unit& unit, const Line& line) {
  Rows rows = unit.query(select_zones, line);
  std::map<std::int64_t, std::optional<std::string>> by_unit;
  while (rows.next()) by_unit[rows.integer(0)] = rows.string(1);
  return nearest(by_unit, line);
}

base::Zone zone(unit::Unit& unit, const Line& line) {
  const auto name = timezone(unit, line);
  return (name ? base::Zone::find(*name) : std::nullopt).value_or(unit.zone());
}

std::vector<Year> years(unit::Unit& unit, const Line& line) { return years_of(unit.query(select_years, line), line); }

std::vector<Closure> closures(unit::Unit& unit, const Line& line, Date first, Date last) {
  Rows calendars = unit.query(select_calendars, line);  // all asked, then read
  Rows decided = unit.query(select_decided, line, day(first), day(last));
  std::vector<Closure> found = published(unit, calendars_of(std::move(calendars), line), first, last);
  const std::vector<Closure> own = decided_of(std::move(decided));
  found.insert(found.begin(), own.begin(), own.end());
  std::ranges::stable_sort(found, {}, &Closure::valid_from);
  return found;
}

std::vector<Weeks> weeks(unit::Unit& unit, const Line& line, Date last) {
  return weeks_of(unit.query(select_weeks, line, day(last)), line);
}

std::vector<Alternance> alternances(unit::Unit& unit, const Line& line, std::int32_t school_year) {
  return alternances_of(unit.query(select_alternances, line, school_year, school_year), line);
}

Facts facts(unit::Unit& unit, const Line& line, Date first, Date last) {
  // What is said of a school year may reach into the years beside it.
  Rows years = unit.query(select_years, line);  // all asked, then read
  Rows weeks = unit.query(select_weeks, line, day(last));
  Rows alternances = unit.query(select_alternances, line, year_of(first) - 1, year_of(last));
  std::vector<Closure> closures = rows::closures(unit, line, first, last);
  return {years_of(std::move(years), line), std::move(closures), weeks_of(std::move(weeks), line),
          alternances_of(std::move(alternances), line)};
}

std::vector<Grid> grids(unit::Unit& unit, const Line& line, Date date) {
  Rows rows = unit.query(select_grids, line, day(date));
  std::map<std::int64_t, std::vector<Grid>> by_unit;
  while (rows.next()) {
    const OrgId org{rows.integer(0)};
    std::vector<Grid>& grids = by_unit[org.value];
    if (grids.empty() || grids.back().code != rows.text(1)) {
      grids.push_back({org, rows.string(1), unit::date(rows.integer(2)), {}});
    }
    grids.back().bells.push_back({rows.string(3), {rows.int32(4)}, {rows.int32(5)}, {}, {}});
  }
  return nearest(by_unit, line);
}

std::optional<Closure> find_closure(unit::Unit& unit, ClosureId id) {
  Rows rows = unit.query(select_closure, id.establishment(), id.number());
  return rows.next() ? std::optional(closure_of(rows)) : std::nullopt;
}

void replace_holidays(unit::WriteUnit& unit, const unit::Granted& granted, const LoadHolidays& input) {
  const std::string calendar(base::trim(input.calendar));
  std::vector<std::int64_t> from, numbers, to, kinds;
  std::vector<std::string> names;
  for (const Holiday& item : input.items) {
    from.push_back(day(item.valid_from));
    numbers.push_back(static_cast<std::int64_t>(numbers.size()));
    to.push_back(day(item.valid_to));
    kinds.push_back(static_cast<std::int64_t>(item.kind));
    names.emplace_back(base::trim(item.name));
  }
  unit.exec(granted, delete_holidays, calendar, input.school_year);
  if (names.empty()) return;
  unit.exec_each(granted, insert_holidays, calendar, input.school_year, base::trim(input.source), from, numbers, to, kinds,
                 names);
}

void replace_calendars(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org,
                       const std::vector<std::string>& calendars) {
  std::vector<std::int64_t> numbers;
  std::vector<std::string> codes;
  for (const std::string& code : calendars) {
    numbers.push_back(static_cast<std::int64_t>(numbers.size()));
    codes.emplace_back(base::trim(code));
  }
  unit.exec(granted, delete_followed, org.value);
  if (!codes.empty()) unit.exec_each(granted, insert_followed, org.value, numbers, codes);
}

void set_timezone(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& timezone) {
  unit.exec(granted, upsert_zone, org.value, timezone);
}

void set_year(unit::WriteUnit& unit, const unit::Granted& granted, const SetYear& input) {
  unit.exec(granted, upsert_year, input.org_id.value, input.school_year, day(input.first_day), day(input.last_day));
}

void insert_closure(unit::WriteUnit& unit, const unit::Granted& granted, const Closure& closure) {
  const auto half = closure.half_day ? std::optional(static_cast<std::int32_t>(*closure.half_day)) : std::nullopt;
  unit.exec(granted, insert_closure_row, closure.id->establishment(), closure.id->number(), day(closure.valid_from),
            day(closure.valid_to), half, closure.name);
}

void delete_closure(unit::WriteUnit& unit, const unit::Granted& granted, ClosureId id) {
  unit.exec(granted, delete_closure_row, id.establishment(), id.number());
}

void replace_week(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const DatedWeek& week) {
  std::vector<std::int64_t> opens, closes;
  for (const Hours& hours : week.items) {
    opens.push_back(hours.opens.minutes);
    closes.push_back(hours.closes.minutes);
  }
  unit.exec(granted, insert_week, org.value, day(week.valid_from));
  unit.exec(granted, delete_hours, org.value, day(week.valid_from));
  if (week.items.empty()) return;
  unit.exec_each(granted, insert_hours, org.value, day(week.valid_from), unit::numbers(week.items, &Hours::weekday),
                 unit::numbers(week.items, &Hours::half_day), opens, closes);
}

void replace_alternance(unit::WriteUnit& unit, const unit::Granted& granted, const SetAlternance& input) {
  const std::string code(base::trim(input.code));
  std::vector<std::int64_t> mondays;
  for (const Date monday : input.mondays) mondays.push_back(day(monday));
  unit.exec(granted, delete_alternance, input.org_id.value, input.school_year, code);
  if (!mondays.empty()) unit.exec_each(granted, insert_alternance, input.org_id.value, input.school_year, code, mondays);
}

void replace_grid(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const DatedGrid& grid) {
  std::vector<std::int64_t> numbers, begins, ends;
  for (const Bell& bell : grid.bells) {
    numbers.push_back(static_cast<std::int64_t>(numbers.size()));
    begins.push_back(bell.begins.minutes);
    ends.push_back(bell.ends.minutes);
  }
  unit.exec(granted, insert_grid, org.value, grid.code, day(grid.valid_from));
  unit.exec(granted, delete_bells, org.value, grid.code, day(grid.valid_from));
  if (grid.bells.empty()) return;
  unit.exec_each(granted, insert_bells, org.value, grid.code, day(grid.valid_from), numbers, begins, ends,
                 unit::texts(grid.bells, &Bell::name));
}

}  // namespace ent::calendar::rows
