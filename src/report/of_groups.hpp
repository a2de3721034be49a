/// Reports of groups that are no more.
#pragma once

#include <cstdint>
#include <span>

#include "unit/unit.hpp"

namespace ent::report {

/// Forgets which models were chosen for these groups of a unit.
void forget_choices_of(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> groups);

}  // namespace ent::report
