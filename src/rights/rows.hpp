/// The rows of switches and delegations; their tables are those of access, which reads them to decide.
#pragma once

#include <optional>

#include "ent/rights.hpp"
#include "unit/unit.hpp"

namespace ent::rights::rows {

std::optional<Override> find_override(unit::Unit& unit, OverrideId id);
std::vector<Override> overrides(unit::Unit& unit, OrgId org);
void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Override& row);
void end(unit::WriteUnit& unit, const unit::Granted& granted, OverrideId id, Date end);

std::optional<Delegation> find_delegation(unit::Unit& unit, DelegationId id);
/// Grantor and delegate by their member numbers in the unit.
void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Delegation& row, std::int64_t grantor,
            std::int64_t delegate);
void end(unit::WriteUnit& unit, const unit::Granted& granted, DelegationId id, Date end);

}  // namespace ent::rights::rows
