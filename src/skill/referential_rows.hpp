/// The rows of `skill_referential` and `skill_node`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "ent/skill.hpp"
#include "skill/referential_rules.hpp"
#include "unit/unit.hpp"

namespace ent::skill::rows {

/// From when on the last version of a code holds that a unit says itself.
std::optional<Date> last_version(unit::Unit& unit, OrgId org, const std::string& code);
/// `nodes` and `places` go together.
void insert(unit::WriteUnit& unit, const unit::Granted& granted, const ReferentialView& referential, std::span<const Node> nodes,
            std::span<const Place> places);

/// All versions of a code (empty: of all codes) in a line of units that begin by `until`: by code, the nearest unit first, the latest
/// first.
std::vector<ReferentialView> versions_in(unit::Unit& unit, std::span<const std::int64_t> line, const std::string& code, Date until);
std::optional<ReferentialView> find_referential(unit::Unit& unit, SkillReferentialId id);
/// In the order in which they were written.
std::vector<NodeView> nodes_of(unit::Unit& unit, SkillReferentialId id);

/// What is shown of an item beside a level.
struct ItemRow {
  SkillReferentialId referential{};
  std::string referential_code{};
  NodeKind kind{};
  std::string code{};
  std::string label{};
  Decimal coefficient = 1;
  std::vector<std::string> counts_for{};
};
/// By public id; those that are not there are left out.
std::unordered_map<std::int64_t, ItemRow> items_of(unit::Unit& unit, std::span<const std::int64_t> items);
/// The items of these versions that have the codes of these items, of the same or of other versions: by the public id of the latter.
std::unordered_map<std::int64_t, SkillItemId> same_items(unit::Unit& unit, std::span<const std::int64_t> items,
                                                         std::span<const std::int64_t> versions);

}  // namespace ent::skill::rows
