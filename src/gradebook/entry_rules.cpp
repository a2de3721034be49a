#include "gradebook/entry_rules.hpp"

#include <algorithm>

#include "gradebook/engine/presets.hpp"
#include "gradebook/formulas.hpp"
#include "group/divisions.hpp"
#include "org/functions.hpp"

namespace ent::gradebook {

EntryRules::EntryRules(unit::Unit& unit, GroupId group, Date until) {
  const OrgId org{group.establishment()};
  policies_ = rows::policies_until(unit, org::line_of(unit, org, unit.at()), until);
  const bool by_level = std::ranges::any_of(policies_, [](const rows::SaidBy& one) { return !one.level.empty(); });
  if (!by_level) return;
  const auto found = group::placed(unit, org, std::span(&group, 1));
  if (!found.empty()) level_ = found.front().level();
}

engine::EntryRule EntryRules::on(Date day) const {
  const rows::SaidBy* const found = holding(policies_, level_, day);
  return found == nullptr ? engine::fr_exact.entry : policy_of(found->said).entry;
}

std::string_view reason_of(engine::EntryFault fault) noexcept {
  switch (fault) {
    case engine::EntryFault::negative:
    case engine::EntryFault::below_minimum: return "field.range";
    case engine::EntryFault::above_maximum: return "gradebook.above_maximum";
    case engine::EntryFault::too_many_decimals: return "gradebook.too_many_decimals";
    default: return "gradebook.not_a_mark";
  }
}

}  // namespace ent::gradebook
