#include "gradebook/entry_rules.hpp"

#include <algorithm>

#include "base/each_once.hpp"
#include "gradebook/engine/presets.hpp"
#include "gradebook/formulas.hpp"
#include "group/divisions.hpp"
#include "org/functions.hpp"

namespace ent::gradebook {

EntryRules::EntryRules(unit::Unit& unit, GroupId group, std::vector<Date> days) {
  base::keep_each_once(days);
  const OrgId org{group.establishment()};
  const auto policies = rows::policies_until(unit, org::line_of(unit, org, unit.at()), days.back());
  const auto let_in = [&](Date day, const std::string& level) {
    const rows::SaidBy* const found = holding(policies, level, day);
    return found == nullptr ? engine::fr_exact.entry : policy_of(found->said).entry;
  };
  for (const Date day : days) rules_.emplace(std::pair(day, std::string()), let_in(day, ""));
  const bool by_level = std::ranges::any_of(policies, [](const rows::SaidBy& one) { return !one.level.empty(); });
  if (!by_level) return;
  for (group::SeatOn& one : group::seats_on(unit, group, days)) {
    const std::pair key(one.day, one.seat.level);
    if (!rules_.contains(key)) rules_.emplace(key, let_in(one.day, one.seat.level));
    levels_.emplace(std::pair(one.day, one.seat.member), std::move(one.seat.level));
  }
}

const engine::EntryRule& EntryRules::on(Date day, std::int64_t member) const {
  const auto level = levels_.find({day, member});
  return rules_.at({day, level == levels_.end() ? std::string() : level->second});
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
