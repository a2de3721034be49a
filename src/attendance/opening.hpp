/// When schools are open, as attendance counts it: the usual week, from Monday to Friday from 8:00 to 12:00 and from 13:30 to
/// 17:00, with no Wednesday afternoon.
#pragma once

#include <optional>
#include <vector>

#include "attendance/rules.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// The half-days of a span on which school is, in their order.
std::vector<OpenHalf> open_halves(const Days& days);

/// One half-day; none: there is no school.
std::optional<Span> open_half(Date date, HalfDay half);

/// Whether a teacher may take now what begins so: from 15 minutes before it to the end of its day.
bool is_time(const unit::Unit& unit, Minute begins);

}  // namespace ent::attendance
