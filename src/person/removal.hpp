/// People who were made by mistake, and have not been used since. Each function is a fixed number of statements.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "unit/unit.hpp"

namespace ent::person::removal {

/// Those of whom nothing stands but what `source` has said: no account, no merge, nothing by hand or of another source,
/// and nobody for whom they answer.
std::vector<std::int64_t> unused(unit::Unit& unit, std::span<const std::int64_t> people, const std::string& source);

/// Those of them who stand.
std::vector<std::int64_t> standing(unit::Unit& unit, std::span<const std::int64_t> people);

/// Deletes people with all that names them. Only of unused() ones: that is not asked again.
void remove(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> people);

/// Deletes those of the addresses at which nobody lives.
void remove_households(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> households);

}  // namespace ent::person::removal
