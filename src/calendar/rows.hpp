/// The rows of the calendar domain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/zone.hpp"
#include "calendar/rules.hpp"
#include "ent/calendar.hpp"
#include "unit/unit.hpp"

namespace ent::calendar::rows {

/// A unit and those above it, the nearest first: who is asked in turn.
using Line = std::vector<std::int64_t>;

std::vector<std::string> calendars(unit::Unit& unit, const Line& line);
std::optional<std::string> timezone(unit::Unit& unit, const Line& line);
/// The time zone of the nearest unit that says one; else the portal's.
base::Zone zone(unit::Unit& unit, const Line& line);
/// Of each school year, what the nearest unit says.
std::vector<Year> years(unit::Unit& unit, const Line& line);
/// What closes a unit on days of [first, last], by decision and by the calendars, by first day.
std::vector<Closure> closures(unit::Unit& unit, const Line& line, Date first, Date last);
/// What each of the units has said of the days up to `last`.
std::vector<Weeks> weeks(unit::Unit& unit, const Line& line, Date last);
/// Those of the nearest unit that has any in the year.
std::vector<Alternance> alternances(unit::Unit& unit, const Line& line, std::int32_t school_year);
/// All that is known of the days of [first, last].
Facts facts(unit::Unit& unit, const Line& line, Date first, Date last);
/// The grids that stand on a day, of the nearest unit that has any.
std::vector<Grid> grids(unit::Unit& unit, const Line& line, Date date);
std::optional<Closure> find_closure(unit::Unit& unit, ClosureId id);

void replace_holidays(unit::WriteUnit& unit, const unit::Granted& granted, const LoadHolidays& input);
void replace_calendars(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org,
                       const std::vector<std::string>& calendars);
void set_timezone(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& timezone);
void set_year(unit::WriteUnit& unit, const unit::Granted& granted, const SetYear& input);
void insert_closure(unit::WriteUnit& unit, const unit::Granted& granted, const Closure& closure);
void delete_closure(unit::WriteUnit& unit, const unit::Granted& granted, ClosureId id);
void replace_week(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const DatedWeek& week);
void replace_alternance(unit::WriteUnit& unit, const unit::Granted& granted, const SetAlternance& input);
void replace_grid(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const DatedGrid& grid);

}  // namespace ent::calendar::rows
