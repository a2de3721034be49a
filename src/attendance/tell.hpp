/// What the guardians are told through the outbox.
#pragma once

#include <cstdint>
#include <span>

#include "attendance/entry.hpp"
#include "attendance/rules.hpp"
#include "calendar/almanac.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// What was written: entries of these pupils, on these days, as they stood and as they stand.
struct Written {
  std::span<const std::int64_t> members{};
  Days days{};
  const calendar::Almanac* almanac = nullptr;  ///< Of these days, where it is there already.
};

/// Leaves deliveries for each guardian who is told of daily life, once the entries are written: of what was an error, then of what stands.
/// docs/outbox.md has the kinds.
void tell(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const Written& written);

/// The same of a justification on which the school has decided.
void tell_decided(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const JustificationRow& row);

}  // namespace ent::attendance
