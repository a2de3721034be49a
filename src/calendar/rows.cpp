#include "calendar/rows.hpp"

#include <map>

#include "base/text.hpp"
#include "calendar/said.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"

namespace ent::calendar::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

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

constexpr Sql upsert_turn{
    "INSERT INTO calendar_zone (org, timezone, turn) VALUES ($1, '', $2) ON CONFLICT (org) DO UPDATE SET turn = excluded.turn"};

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

}  // namespace

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

void set_turn(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, YearTurn turn) {
  unit.exec(granted, upsert_turn, org.value, static_cast<std::int32_t>(turn));
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
