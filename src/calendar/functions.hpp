/// What other domains may ask of the calendar.
#pragma once

#include "base/zone.hpp"
#include "ent/calendar.hpp"
#include "unit/unit.hpp"

namespace ent::calendar {

/// The time zone of a unit on a date: its own, that of the nearest unit above it, or the portal's.
base::Zone zone_of(unit::Unit& unit, OrgId id, Date at);

/// When a clock on the wall in a zone shows a time on a day. A time that it shows twice, in the night in which it is set
/// back, is the first of the two; one that it skips, in that in which it is set forward, is the instant of the change: so
/// what begins before something else never begins after it.
Instant instant_of(const base::Zone& zone, Date date, TimeOfDay time);

/// The pupils' first and last day of a school year, as the nearest unit says them; none: nobody does.
std::optional<Year> year_of(unit::Unit& unit, OrgId id, std::int32_t school_year, Date at);

}  // namespace ent::calendar
