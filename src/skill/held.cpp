#include "skill/held.hpp"

#include <algorithm>

namespace ent::skill {

std::vector<ReferentialView> holding(std::vector<ReferentialView> versions) {
  const auto same_code = [](const ReferentialView& one, const ReferentialView& other) { return one.code == other.code; };
  const auto rest = std::ranges::unique(versions, same_code);
  versions.erase(rest.begin(), rest.end());
  return versions;
}

std::unordered_map<std::int64_t, rows::ItemRow> items_held(unit::Unit& unit, std::span<const std::int64_t> line, Date on,
                                                           std::span<const SkillItemId> items) {
  std::vector<std::int64_t> ids;
  for (const SkillItemId item : items) ids.push_back(item.value);
  auto found = rows::items_of(unit, ids);
  const auto held = holding(rows::versions_in(unit, line, "", on));
  std::erase_if(found, [&](const auto& item) {
    return item.second.kind != NodeKind::item || std::ranges::find(held, item.second.referential, &ReferentialView::id) == held.end();
  });
  return found;
}

std::unordered_map<std::int64_t, SkillItemId> items_now(unit::Unit& unit, std::span<const std::int64_t> line, Date on,
                                                        std::span<const SkillItemId> items) {
  std::vector<std::int64_t> ids, versions;
  for (const SkillItemId item : items) ids.push_back(item.value);
  for (const ReferentialView& version : holding(rows::versions_in(unit, line, "", on))) versions.push_back(version.id.value);
  return rows::same_items(unit, ids, versions);
}

}  // namespace ent::skill
