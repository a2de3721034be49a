/// Which registers a day has, and whether they are taken.
#pragma once

#include <vector>

#include "access/target.hpp"
#include "ent/attendance.hpp"
#include "ent/org.hpp"
#include "timetable/dated.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// Of the visible groups: those of half-days, by half-day and name, then those of lessons, by time.
std::vector<RegisterState> states_of(unit::Unit& unit, const access::VisibleGroups& visible, const org::View& school, Date date);

/// Whether a lesson takes place and has somebody to call.
bool is_called(const timetable::Dated& lesson) noexcept;

}  // namespace ent::attendance
