/// How units count, as the nearest one says, or else as the library does.
#pragma once

#include <cstdint>
#include <map>
#include <span>

#include "attendance/half_days.hpp"
#include "ent/attendance_policy.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// What each of these units says itself; those that say nothing are left out.
std::map<std::int64_t, Counting> countings_of(unit::Unit& unit, std::span<const std::int64_t> units);

/// What the first of a line goes by: the unit and those above it, the nearest first.
Policy policy_of(const std::map<std::int64_t, Counting>& said, std::span<const std::int64_t> line);

/// The same as half-days are counted by. Where observations contradict each other, all schools go by the same.
CountPolicy count_policy(const Counting& counting) noexcept;

/// Puts what a unit says in the place of what it said.
void put_counting(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const Counting& counting);
/// Takes back what a unit said.
void remove_counting(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org);

}  // namespace ent::attendance
