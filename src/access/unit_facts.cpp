// The unit and what stands above it.
#include "access/unit_facts.hpp"

#include <algorithm>

#include "access/facts_sql.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;

/// Each unit, all that it is part of, and who runs it (distance -1), with the switches set there. Steps are
/// bounded, so rows are not told apart from those that came before: that alone would cost ten times the rest.
#define ENT_ABOVE(seed)                                                                                              \
  "WITH RECURSIVE up (base, org, distance) AS (" seed " UNION ALL"                                                   \
  "  SELECT up.base, l.parent, CASE l.relation WHEN 1 THEN up.distance + 1 ELSE -1 END FROM up CROSS JOIN org_link l" \
  "  WHERE l.child = up.org AND l.valid_from <= $2 AND l.valid_to > $2"                                              \
  "  AND ((l.relation = 1 AND up.distance BETWEEN 0 AND 15) OR (l.relation = 2 AND up.distance = 0))"                \
  ") SELECT up.base, up.org, up.distance, u.kind, o.profile, o.function, o.permission, o.scope, o.widens, o.locked"  \
  " FROM up LEFT JOIN org_unit u ON u.org = up.org AND u.valid_from <= $2 AND u.valid_to > $2"                       \
  " LEFT JOIN access_override o ON o.org = up.org AND up.distance >= 0 AND o.valid_from <= $2 AND o.valid_to > $2"

constexpr Sql select_tree{ENT_ABOVE("SELECT CAST($1 AS BIGINT), CAST($1 AS BIGINT), CAST(0 AS BIGINT)")};
constexpr Sql select_trees{ENT_ABOVE("SELECT s.value, s.value, CAST(0 AS BIGINT) FROM EACH($1) s")};

#undef ENT_ABOVE

}  // namespace

void UnitFacts::Tree::add(const Rows& row) {
  const Above found{row.integer(1), row.int32(3), row.int32(2)};
  const auto place = std::ranges::find_if(above, [&](const Above& one) {
    return one.org == found.org && (one.distance < 0) == (found.distance < 0);
  });
  if (place == above.end()) {
    above.push_back(found);
  } else {
    place->distance = std::min(place->distance, found.distance);
  }
  if (row.is_null(4)) return;
  const Permission* permission = find_permission(row.text(6));
  Entry entry{};
  if (permission == nullptr || !parse_entry(row.text(7), entry)) return;  // of another version: gives nothing
  overrides.push_back({static_cast<Profile>(row.int32(4)), row.int32(5), permission->perm, entry, row.integer(8) != 0,
                       row.integer(9) != 0, found.org, found.distance});
}

/// A unit may be reached along several paths.
void UnitFacts::Tree::settle_distances() {
  for (Override& one : overrides) {
    for (const Above& unit : above) {
      if (unit.org == one.org && unit.distance >= 0) one.distance = unit.distance;
    }
  }
}

std::optional<UnitFacts::AskedTrees> UnitFacts::ask_tree(store::Connection& connection) {
  if (tree_) return std::nullopt;
  std::vector<UnitFacts*> units;
  std::vector<std::int64_t> orgs;
  const auto add = [&](UnitFacts* one) {
    if (one->tree_) return;
    units.push_back(one);
    orgs.push_back(one->org_);
  };
  if (company_ == nullptr) {
    add(this);
  } else {
    std::ranges::for_each(company_->units, add);
  }
  Rows rows = orgs.size() == 1
                  ? connection.query(select_tree, std::initializer_list<Arg>{org_, day_number(at_)})
                  : connection.query(select_trees, std::initializer_list<Arg>{std::span<const std::int64_t>(orgs),
                                                                              day_number(at_)});
  return AskedTrees{std::move(units), std::move(rows)};
}

void UnitFacts::read_trees(AskedTrees asked) {
  std::unordered_map<std::int64_t, Tree> found;
  while (asked.rows.next()) found[asked.rows.integer(0)].add(asked.rows);
  for (auto& [org, tree] : found) tree.settle_distances();
  for (UnitFacts* one : asked.units) one->tree_ = std::move(found[one->org_]);
}

const UnitFacts::Tree& UnitFacts::load_tree(store::Connection& connection) {
  if (std::optional<AskedTrees> asked = ask_tree(connection)) read_trees(*std::move(asked));
  return *tree_;
}

const std::vector<Above>& UnitFacts::tree(store::Connection& connection) { return load_tree(connection).above; }

const std::vector<Override>& UnitFacts::overrides(store::Connection& connection) {
  return load_tree(connection).overrides;
}

}  // namespace ent::access
