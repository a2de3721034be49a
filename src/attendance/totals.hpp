/// What was counted, as figures.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "attendance/entry.hpp"
#include "attendance/half_days.hpp"
#include "ent/attendance.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

Totals totals_of(const Count& counted) noexcept;

Totals& operator+=(Totals& sum, const Totals& other) noexcept;

/// How many of the expected half-days are missed, percent with two decimals, from the middle up; none: nothing was expected.
std::optional<Decimal> absence_rate(std::int32_t missed, std::int32_t expected);

/// What is known of a pupil.
struct Observations {
  std::vector<Observed> observed{};  ///< By beginning.
  std::vector<Span> accepted{};      ///< For which time reasons were accepted.
};

/// What is known of these members of a unit within a span, by member; those of whom nothing was observed are left out.
std::map<std::int64_t, Observations> observations_of(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& span);

}  // namespace ent::attendance
