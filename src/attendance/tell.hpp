/// What the guardians are told through the outbox.
#pragma once

#include "attendance/entry.hpp"
#include "attendance/news.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// Leaves a delivery for each guardian who is told of daily life: of what was an error, then of what stands. docs/outbox.md has the
/// kinds.
void tell(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const News& news);

/// The same of a justification on which the school has decided.
void tell_decided(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const JustificationRow& row);

}  // namespace ent::attendance
