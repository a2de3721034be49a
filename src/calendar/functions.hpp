/// What other domains may ask of the calendar.
#pragma once

#include <map>
#include <span>

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

}  // namespace ent::calendar
