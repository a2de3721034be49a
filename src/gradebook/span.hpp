/// The days that are asked about.
#pragma once

#include <optional>

#include "ent/gradebook.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// From a day to another, both included.
struct Span {
  Date first_day{};
  Date last_day{};
};

/// Those of the period, or those that are told; refused where both or neither are, and where the period is of another unit.
Result<Span> span_of(unit::Unit& unit, OrgId org, const std::optional<Date>& first_day, const std::optional<Date>& last_day,
                     const std::optional<PeriodId>& period);

/// The day from which on something is to hold: that on which the period begins, or the one that is told, or else another, or today.
Result<Date> day_of(unit::Unit& unit, OrgId org, const std::optional<Date>& day, const std::optional<PeriodId>& period,
                    const std::optional<Date>& otherwise = {});

}  // namespace ent::gradebook
