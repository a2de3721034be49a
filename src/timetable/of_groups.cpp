#include "timetable/of_groups.hpp"

#include <algorithm>
#include <vector>

#include "base/contains.hpp"
#include "timetable/bulk.hpp"
#include "timetable/rows.hpp"

namespace ent::timetable {

void end_slots_of(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> groups, Date day) {
  std::vector<std::int64_t> keys;
  for (const std::int64_t group : groups) keys.push_back(rows::key_of(Role::group, org.value, group));
  auto states = rows::states(unit, rows::slots_of(unit, keys, day, day));
  std::erase_if(states, [&](const State& state) {
    const auto named = numbers_of(state.parts, Role::group);
    return state.valid_to <= day || named.empty() || std::ranges::any_of(named, [&](std::int64_t group) { return !base::contains(groups, group); });
  });
  bulk::end(unit, granted, states, day);
}

}  // namespace ent::timetable
