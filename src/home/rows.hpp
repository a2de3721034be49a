/// The rows of `home_interface`.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "ent/home.hpp"
#include "unit/unit.hpp"

namespace ent::home::rows {

/// What establishments have said, by establishment and folded level.
std::map<std::pair<std::int64_t, std::string>, Interface> said(unit::Unit& unit, std::span<const std::int64_t> orgs);

void put(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& level, Interface look);
void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& level);

}  // namespace ent::home::rows
