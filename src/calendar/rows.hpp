/// The rows of the calendar domain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/rules.hpp"
#include "calendar/said.hpp"
#include "ent/calendar.hpp"
#include "unit/unit.hpp"

namespace ent::calendar::rows {

/// The grids that stand on a day, of the nearest unit that has any.
std::vector<Grid> grids(unit::Unit& unit, const Line& line, Date date);
std::optional<Closure> find_closure(unit::Unit& unit, ClosureId id);

void replace_holidays(unit::WriteUnit& unit, const unit::Granted& granted, const LoadHolidays& input);
void replace_calendars(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org,
                       const std::vector<std::string>& calendars);
void set_timezone(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& timezone);
void set_turn(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, YearTurn turn);
void set_year(unit::WriteUnit& unit, const unit::Granted& granted, const SetYear& input);
void insert_closure(unit::WriteUnit& unit, const unit::Granted& granted, const Closure& closure);
void delete_closure(unit::WriteUnit& unit, const unit::Granted& granted, ClosureId id);
void replace_week(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const DatedWeek& week);
void replace_alternance(unit::WriteUnit& unit, const unit::Granted& granted, const SetAlternance& input);
void replace_grid(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const DatedGrid& grid);

}  // namespace ent::calendar::rows
