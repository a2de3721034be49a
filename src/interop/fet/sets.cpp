#include "interop/fet/sets.hpp"

#include <algorithm>
#include <iterator>

namespace ent::interop::fet {

Sets::Sets(const Document& document) {
  for (const Year& year : document.years) {
    const std::int32_t top = add(year.set, Level::year);
    for (const Group& group : year.groups) {
      const std::int32_t middle = add(group.set, Level::group);
      put(middle, top);
      for (const Set& subgroup : group.subgroups) put(add(subgroup, Level::subgroup), middle);
    }
  }
  for (std::int32_t set = 0; set < static_cast<std::int32_t>(items_.size()); ++set) {
    std::vector<bool> seen(items_.size());
    auto& atoms = items_[static_cast<std::size_t>(set)].atoms;
    collect(set, seen, atoms);
    std::ranges::sort(atoms);
  }
}

std::int32_t Sets::add(const Set& set, Level level) {
  const auto [place, is_new] = by_name_.try_emplace(set.name, static_cast<std::int32_t>(items_.size()));
  if (is_new) {
    items_.push_back({set.name, set.line, level, {}});
    within_.emplace_back();
  }
  Item& item = items_[static_cast<std::size_t>(place->second)];
  item.level = std::min(item.level, level);
  return place->second;
}

void Sets::put(std::int32_t set, std::int32_t into) {
  auto& parts = within_[static_cast<std::size_t>(into)];
  // A set that bears the name of the one in which it stands is that set.
  if (set != into && std::ranges::find(parts, set) == parts.end()) parts.push_back(set);
}

/// `seen`: names may stand within each other.
void Sets::collect(std::int32_t set, std::vector<bool>& seen, std::vector<std::int32_t>& atoms) const {
  if (seen[static_cast<std::size_t>(set)]) return;
  seen[static_cast<std::size_t>(set)] = true;
  if (within(set).empty()) atoms.push_back(set);
  for (const std::int32_t part : within(set)) collect(part, seen, atoms);
}

std::int32_t Sets::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? -1 : found->second;
}

bool Sets::overlap(std::int32_t one, std::int32_t other) const {
  std::vector<std::int32_t> both;
  std::ranges::set_intersection(item(one).atoms, item(other).atoms, std::back_inserter(both));
  return !both.empty();
}

}  // namespace ent::interop::fet
