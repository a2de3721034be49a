/// What attendance is counted by: when a school is open on some days, how it counts, and what it is alerted to.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "attendance/half_days.hpp"
#include "attendance/rules.hpp"
#include "calendar/almanac.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

struct Basis {
  std::vector<OpenHalf> open{};  ///< Half-days on which school is, in their order.
  CountPolicy how{};
  std::vector<AlertRule> alerts{};
};

/// By the almanac of a unit, which holds these days.
Basis basis_of(unit::Unit& unit, const calendar::Almanac& almanac, const Days& days);

/// Of a unit.
Basis basis_of(unit::Unit& unit, OrgId org, const Days& days);

/// Of several units, in as many statements.
std::map<std::int64_t, Basis> bases_of(unit::Unit& unit, std::span<const std::int64_t> orgs, const Days& days);

}  // namespace ent::attendance
