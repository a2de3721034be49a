#include "skill/moving.hpp"

#include <algorithm>
#include <vector>

#include "base/error.hpp"
#include "base/try.hpp"
#include "org/functions.hpp"
#include "skill/evaluation_rows.hpp"
#include "skill/held.hpp"
#include "skill/target.hpp"

namespace ent::skill {

std::optional<Error> expect_held(unit::Unit& unit, OrgId org, std::span<const SkillItemId> items, Date on) {
  const auto held = items_held(unit, org::line_of(unit, org, on), on, items);
  const bool all_hold = std::ranges::all_of(items, [&](SkillItemId item) { return held.contains(item.value); });
  return all_hold ? std::nullopt : std::optional(base::invalid("/date", no_item));
}

std::optional<Error> follow(unit::WriteUnit& unit, const unit::Granted& granted, const gradebook::Assessment& assessment, Date to) {
  const OrgId org{assessment.id.establishment()};
  std::vector<std::int64_t> numbers, ids;
  std::vector<SkillItemId> items;
  for (const Evaluation& evaluation : rows::evaluations_in(unit, assessment.group_id, assessment.id)) {
    numbers.push_back(evaluation.id.number());
    ids.push_back(evaluation.id.value);
    items.insert(items.end(), evaluation.item_ids.begin(), evaluation.item_ids.end());
  }
  if (ids.empty()) return std::nullopt;
  ENT_REFUSE(expect_held(unit, org, items, to));
  rows::put_on_day(unit, granted, org, numbers, to);
  unit.publish(granted, "skill.evaluation_was_changed", ids);
  return std::nullopt;
}

}  // namespace ent::skill
