/// When a school is open, as attendance counts it: as its calendar says. Where nobody has set hours, the usual week holds:
/// from Monday to Friday from 8:00 to 12:00 and from 13:30 to 17:00, with no Wednesday afternoon.
#pragma once

#include <optional>
#include <vector>

#include "attendance/rules.hpp"
#include "calendar/almanac.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// The half-days of a span on which school is, in their order.
std::vector<OpenHalf> open_halves(const calendar::Almanac& almanac, const Days& days);

/// One half-day; none: there is no school.
std::optional<Span> open_half(const calendar::Almanac& almanac, Date date, HalfDay half);

/// Whether a day is that of the clock of the unit.
bool is_today(const unit::Unit& unit, const calendar::Almanac& almanac, Date date);

/// Whether what begins so is still to come by the clock of the unit: more than 15 minutes ahead.
bool is_to_come(const unit::Unit& unit, const calendar::Almanac& almanac, Minute begins);

/// Whether a register that was taken then may be of what begins so by the clock of the unit: nobody takes one of what is to come, so
/// else the lesson was moved since.
bool may_be_of(const calendar::Almanac& almanac, Instant taken_at, Date date, TimeOfDay begins);

}  // namespace ent::attendance
