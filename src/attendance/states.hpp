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

/// Whether a lesson has somebody to call, were it to take place. On a day that has such lessons their rolls are called, and no half-days:
/// who has no lesson, because it was cancelled, is called by nobody.
bool has_roll(const timetable::Dated& lesson) noexcept;

/// Whether a lesson takes place and has somebody to call.
bool is_called(const timetable::Dated& lesson) noexcept;

}  // namespace ent::attendance
