/// The rows of `mark_adjustment`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/gradebook.hpp"
#include "gradebook/adjustments.hpp"
#include "group/functions.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook::rows {

/// What stands for a member in the column of a service and period.
struct AdjustmentRow {
  std::int64_t member = 0;
  std::optional<Decimal> points{};  ///< None: it was taken away.
  std::int64_t version = 0;
};

/// By member.
std::vector<AdjustmentRow> standing_adjustments(unit::Unit& unit, ServiceId service, PeriodId period);
/// The next version of each.
void put_adjustments(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, const group::ServiceRow& service,
                     std::span<const AdjustmentRow> next);

/// Of a group in a period; of these subjects ("" for none), or else of all.
std::vector<Adjustment> adjustments(unit::Unit& unit, const OfAdjustments& input, const std::optional<std::vector<std::string>>& subjects);

/// What stands for these members in periods within these days.
std::vector<GivenPoints> points_given(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, const Span& days);

}  // namespace ent::gradebook::rows
