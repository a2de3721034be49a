/// What other domains may ask of the calendar.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "calendar/almanac.hpp"
#include "ent/calendar.hpp"
#include "unit/unit.hpp"

namespace ent::calendar {

/// What a unit goes by on the days of [first, last].
Almanac almanac_of(unit::Unit& unit, OrgId id, Date first, Date last);

/// The same of several units; those that are not there go by nothing.
std::map<std::int64_t, Almanac> almanacs_of(unit::Unit& unit, std::span<const std::int64_t> orgs, Date first, Date last);

/// The pupils' first and last day of a school year, as the nearest unit says them; none: nobody does.
std::optional<Year> year_of(unit::Unit& unit, OrgId id, std::int32_t school_year, Date at);

/// The grids of bells of a unit on a day, without their instants: its own, or those of the nearest unit above it.
std::vector<Grid> grids_of(unit::Unit& unit, OrgId id, Date date);

/// Sets the bells of a grid of a unit from a day on. Errors: those of set_bells.
std::optional<Error> put_grid(unit::WriteUnit& unit, const unit::Granted& granted, const SetBells& input);

}  // namespace ent::calendar
