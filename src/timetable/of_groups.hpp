/// Slots of groups that are no more.
#pragma once

#include <cstdint>
#include <span>

#include "unit/unit.hpp"

namespace ent::timetable {

/// Ends on a day the slots of its school year that were for these groups of a unit and for no other.
void end_slots_of(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> groups, Date day);

}  // namespace ent::timetable
