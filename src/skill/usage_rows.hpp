/// The rows of which items what pupils do gives evidence of.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ent/skill.hpp"
#include "skill/claim_rows.hpp"
#include "unit/unit.hpp"

namespace ent::skill::rows {

/// Of a line of units; `kind` empty: of all kinds. By kind and item, each once.
std::vector<UsageRule> usage_rules(unit::Unit& unit, std::span<const std::int64_t> line, const std::string& kind);
void put_usage_rules(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const UsageRule> items);

/// Requests of one member on one day.
void insert_requests(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const ClaimRow> requests);

}  // namespace ent::skill::rows
