/// What the guardians are told through the outbox.
#pragma once

#include <span>
#include <vector>

#include "attendance/entry.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// Leaves a delivery for each guardian who is told of daily life, of each entry that is a breach. docs/outbox.md has the kinds.
void tell(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const EntryRow> entries);

/// The same of an entry that was an error after all.
void tell_withdrawn(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const EntryRow> entries);

/// The same of a justification on which the school has decided.
void tell_decided(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const JustificationRow& row);

/// Of new entries, those of which nothing that stands has told already: another one of the same half-day, or, of what is
/// longer than a half-day, one that contains it. To be asked before they are written.
std::vector<EntryRow> untold(unit::Unit& unit, OrgId org, std::span<const EntryRow> entries, std::int32_t midday);

}  // namespace ent::attendance
