#include "calendar/said.hpp"

#include <algorithm>
#include <iterator>

#include "base/date.hpp"
#include "unit/columns.hpp"
#include "unit/dates.hpp"

namespace ent::calendar::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_ways{"SELECT z.org, z.timezone, z.turn FROM EACH($1) v JOIN calendar_zone z ON z.org = v.value"};

constexpr Sql select_years{
    "SELECT y.org, y.school_year, y.first_day, y.last_day FROM EACH($1) v JOIN school_year y ON y.org = v.value"};

/// A calendar that is followed hides those of the units above, whether or not it closes anything on these days.
constexpr Sql select_followed{
    "SELECT f.org, f.calendar, h.name, h.kind, h.valid_from, h.valid_to FROM EACH($1) v "
    "JOIN calendar_followed f ON f.org = v.value "
    "LEFT JOIN holiday h ON h.calendar = f.calendar AND h.school_year >= $2 AND h.school_year <= $3 AND h.valid_to > $4 "
    "AND h.valid_from <= $5 ORDER BY f.org, f.number, h.valid_from, h.number"};

constexpr Sql select_calendars{
    "SELECT f.org, f.calendar FROM EACH($1) v JOIN calendar_followed f ON f.org = v.value ORDER BY f.org, f.number"};

constexpr Sql select_decided{
    "SELECT c.org, c.closure, c.name, c.valid_from, c.valid_to, c.half_day FROM EACH($1) v JOIN closure c ON c.org = v.value "
    "WHERE c.valid_to > $2 AND c.valid_from <= $3 ORDER BY c.valid_from, c.org, c.closure"};

constexpr Sql select_weeks{
    "SELECT w.org, w.valid_from, h.weekday, h.half_day, h.opens, h.closes FROM EACH($1) v "
    "JOIN opening_week w ON w.org = v.value "
    "LEFT JOIN opening_hours h ON h.org = w.org AND h.valid_from = w.valid_from "
    "WHERE w.valid_from <= $2 ORDER BY w.org, w.valid_from, h.weekday, h.half_day"};

constexpr Sql select_alternances{
    "SELECT a.org, a.school_year, a.code, a.monday FROM EACH($1) v JOIN alternance a ON a.org = v.value "
    "WHERE a.school_year >= $2 AND a.school_year <= $3 ORDER BY a.org, a.school_year, a.code, a.monday"};

Ways ways_of(Rows rows) {
  Ways found;
  while (rows.next()) {
    if (!rows.text(1).empty()) found.zones.emplace(rows.integer(0), rows.string(1));
    if (!rows.is_null(2)) found.turns.emplace(rows.integer(0), static_cast<unsigned>(rows.int32(2)));
  }
  return found;
}

std::map<std::int32_t, ByUnit<Year>> years_of(Rows rows) {
  std::map<std::int32_t, ByUnit<Year>> found;
  while (rows.next()) {
    found[rows.int32(1)].emplace(
        rows.integer(0), Year{OrgId{rows.integer(0)}, rows.int32(1), unit::date(rows.integer(2)), unit::date(rows.integer(3))});
  }
  return found;
}

ByUnit<Followed> followed_of(Rows rows) {
  ByUnit<Followed> found;
  while (rows.next()) {
    Followed& followed = found[rows.integer(0)];
    if (followed.calendars.empty() || followed.calendars.back() != rows.text(1)) followed.calendars.push_back(rows.string(1));
    if (rows.is_null(2)) continue;
    followed.closures.push_back({{}, {}, rows.string(1), rows.string(2), static_cast<DayOff>(rows.int32(3)),
                                 unit::date(rows.integer(4)), unit::date(rows.integer(5)), {}});
  }
  return found;
}

ByUnit<std::vector<std::string>> calendars_of(Rows rows) {
  ByUnit<std::vector<std::string>> found;
  while (rows.next()) found[rows.integer(0)].push_back(rows.string(1));
  return found;
}

ByUnit<std::vector<Closure>> decided_of(Rows rows) {
  ByUnit<std::vector<Closure>> found;
  while (rows.next()) found[rows.integer(0)].push_back(closure_of(rows));
  return found;
}

ByUnit<Weeks> weeks_of(Rows rows) {
  ByUnit<Weeks> found;
  while (rows.next()) {
    Weeks& weeks = found[rows.integer(0)];
    const Date from = unit::date(rows.integer(1));
    if (weeks.empty() || weeks.back().valid_from != from) weeks.push_back({from, {}});
    if (rows.is_null(2)) continue;
    weeks.back().items.push_back({static_cast<Weekday>(rows.int32(2)), static_cast<HalfDay>(rows.int32(3)),
                                  {rows.int32(4)}, {rows.int32(5)}});
  }
  return found;
}

std::map<std::int32_t, ByUnit<std::vector<Alternance>>> alternances_of(Rows rows) {
  std::map<std::int32_t, ByUnit<std::vector<Alternance>>> found;
  while (rows.next()) {
    const OrgId org{rows.integer(0)};
    std::vector<Alternance>& said = found[rows.int32(1)][org.value];
    if (said.empty() || said.back().code != rows.text(2)) said.push_back({org, rows.string(2), {}});
    said.back().mondays.push_back(unit::date(rows.integer(3)));
  }
  return found;
}

std::vector<Year> years_of(const Said& said, const Line& line) {
  std::vector<Year> found;
  for (const auto& [number, by_unit] : said.years) {
    if (Year year = nearest(by_unit, line); year.school_year == number) found.push_back(year);
  }
  return found;
}

/// Calendars are those of one unit; what is decided adds up.
std::vector<Closure> closures_of(const Said& said, const Line& line) {
  std::vector<Closure> found;
  for (const std::int64_t org : line) {
    if (const auto own = said.decided.find(org); own != said.decided.end())
      found.insert(found.end(), own->second.begin(), own->second.end());
  }
  std::ranges::move(nearest(said.followed, line).closures, std::back_inserter(found));
  std::ranges::stable_sort(found, {}, &Closure::valid_from);
  return found;
}

std::vector<Weeks> weeks_of(const Said& said, const Line& line) {
  std::vector<Weeks> found;
  for (const std::int64_t org : line) {
    if (const auto weeks = said.weeks.find(org); weeks != said.weeks.end()) found.push_back(weeks->second);
  }
  return found;
}

std::vector<Alternance> alternances_of(const Said& said, const Line& line) {
  std::vector<Alternance> found;
  for (const auto& [year, by_unit] : said.alternances) std::ranges::move(nearest(by_unit, line), std::back_inserter(found));
  return found;
}

}  // namespace

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

Said said(unit::Unit& unit, const std::vector<std::int64_t>& units, Date first, Date last) {
  // All asked, then read. What is said of a school year may reach into the years beside it.
  const std::int32_t from = base::civil_year(first) - 1, to = base::civil_year(last);
  Rows ways = unit.query(select_ways, units);
  Rows years = unit.query(select_years, units);
  Rows followed = unit.query(select_followed, units, from, to, day(first), day(last));
  Rows decided = unit.query(select_decided, units, day(first), day(last));
  Rows weeks = unit.query(select_weeks, units, day(last));
  Rows alternances = unit.query(select_alternances, units, from, to);
  return {ways_of(std::move(ways)),       years_of(std::move(years)), followed_of(std::move(followed)),
          decided_of(std::move(decided)), weeks_of(std::move(weeks)), alternances_of(std::move(alternances))};
}

Facts facts_of(const Said& said, const Line& line) {
  return {years_of(said, line),          closures_of(said, line), weeks_of(said, line), alternances_of(said, line),
          org::school_years_by(said.ways.turns, line)};
}

base::Zone zone_of(const unit::Unit& unit, const Said& said, const Line& line) {
  const std::string name = nearest(said.ways.zones, line);
  return (name.empty() ? std::nullopt : base::Zone::find(name)).value_or(unit.zone());
}

Ways ways(unit::Unit& unit, const std::vector<std::int64_t>& units) { return ways_of(unit.query(select_ways, units)); }

std::vector<std::string> calendars(unit::Unit& unit, const Line& line) {
  return nearest(calendars_of(unit.query(select_calendars, line)), line);
}


base::Zone zone(unit::Unit& unit, const Line& line) {
  return zone_of(unit, {.ways = ways(unit, line)}, line);
}

std::vector<Year> years(unit::Unit& unit, const Line& line) {
  return years_of({.years = years_of(unit.query(select_years, line))}, line);
}

std::vector<Closure> closures(unit::Unit& unit, const Line& line, Date first, Date last) {
  Rows followed = unit.query(select_followed, line, base::civil_year(first) - 1, base::civil_year(last), day(first), day(last));
  Rows decided = unit.query(select_decided, line, day(first), day(last));
  return closures_of({.followed = followed_of(std::move(followed)), .decided = decided_of(std::move(decided))}, line);
}

std::vector<Weeks> weeks(unit::Unit& unit, const Line& line, Date last) {
  return weeks_of({.weeks = weeks_of(unit.query(select_weeks, line, day(last)))}, line);
}

std::vector<Alternance> alternances(unit::Unit& unit, const Line& line, std::int32_t school_year) {
  return alternances_of({.alternances = alternances_of(unit.query(select_alternances, line, school_year, school_year))}, line);
}

}  // namespace ent::calendar::rows
