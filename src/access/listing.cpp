// Units and groups; people are in listing_people.cpp.
#include "access/listing.hpp"

#include <algorithm>

#include "access/facts_sql.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;
using List = std::span<const std::int64_t>;

/// Of posts in schools nothing lies below: the statement is for the others.
constexpr Sql select_below{
    "WITH RECURSIVE down (org, depth) AS ("
    "  SELECT value, CAST(0 AS BIGINT) FROM EACH($1) AS units UNION"
    "  SELECT l.child, down.depth + 1 FROM down JOIN org_link l ON l.parent = down.org"
    "  WHERE l.relation = 1 AND l.valid_from <= $2 AND l.valid_to > $2 AND down.depth < 16"
    ") SELECT org FROM down UNION "
    "SELECT l.child FROM EACH($1) p JOIN org_link l ON l.parent = p.value "
    "WHERE l.relation = 2 AND l.valid_from <= $2 AND l.valid_to > $2"};

/// Units of all times: the rights of the host itself do not go by dates.
constexpr Sql select_all_units{"SELECT DISTINCT org FROM org_unit -- scans: the units of a portal are few"};

constexpr Sql select_groups{"SELECT sg.org, sg.grp FROM EACH($1) u CROSS JOIN school_group sg WHERE sg.org = u.value"};

/// Stands for whichever group where an entry reaches all of a unit.
constexpr std::int64_t any_group = 1;

std::vector<std::int64_t> groups_of(Facts& facts, store::Connection& connection, const Entry& entry) {
  switch (entry.scope) {
    case Scope::own: return facts.authored_groups(connection).numbers();
    case Scope::class_: return facts.groups(connection, Tie::member).numbers();
    case Scope::taught: return facts.groups(connection, Tie::teacher).numbers();
    case Scope::main: return facts.groups(connection, Tie::main_teacher).numbers();
    case Scope::assigned: return facts.groups(connection, Tie::assigned).numbers();
    case Scope::child: {
      std::vector<std::int64_t> groups;
      for (const auto& [member, group] : facts.child_groups(connection)) groups.push_back(group);
      return groups;
    }
    default: return {};
  }
}

/// The groups that the entries of the actor reach one by one; nothing when they reach all of the unit.
std::optional<NumberSet> single_groups(Facts& facts, store::Connection& connection, Perm perm) {
  const auto reached = [&](const Post& post, const Entry& entry, std::int64_t group) {
    const std::int64_t author = entry.scope == Scope::own ? facts.actor().person : 0;
    const Target target{.org = facts.org(), .group = group, .author = author};
    return miss(facts, connection, post, entry, perm, target) == Reason::none;
  };
  NumberSet single;
  for (const Post& post : facts.posts(connection)) {
    for (const Switched& one : ceiling(facts, connection, post, perm)) {
      if (!one.entry.on) continue;
      if (reaches_unit(post, one.entry.scope) && reached(post, one.entry, any_group)) return std::nullopt;
      for (const std::int64_t group : groups_of(facts, connection, one.entry)) {
        if (reached(post, one.entry, group)) single.insert(group);
      }
    }
  }
  return single;
}

}  // namespace

bool reaches_unit(const Post& post, Scope scope) noexcept {
  switch (scope) {
    case Scope::estab: return post.here;
    case Scope::net: return post.net;
    case Scope::acad: return post.acad;
    case Scope::commune: return post.commune;
    default: return false;
  }
}

bool has_received(Facts& facts, store::Connection& connection, Perm perm) {
  return std::ranges::find(facts.delegations(connection), perm, &Delegation::perm) !=
         facts.delegations(connection).end();
}

std::vector<std::int64_t> reachable_units(Facts& anywhere, store::Connection& connection) {
  std::vector<std::int64_t> units;
  if (anywhere.actor().profile == Profile::system) {
    Rows rows = connection.query(select_all_units, {});
    while (rows.next()) units.push_back(rows.integer(0));
    return units;
  }
  for (const Post& post : anywhere.posts(connection)) units.push_back(post.unit);
  for (const Delegation& row : anywhere.delegations(connection)) units.push_back(row.org);
  std::ranges::sort(units);
  units.erase(std::ranges::unique(units).begin(), units.end());
  if (units.empty()) return units;
  Rows rows = connection.query(select_below, std::initializer_list<Arg>{List(units), day_number(anywhere.at())});
  std::vector<std::int64_t> all;
  while (rows.next()) all.push_back(rows.integer(0));
  return all;
}

void add_groups(VisibleGroups& visible, std::span<Facts* const> units, store::Connection& connection, Perm perm) {
  std::vector<std::pair<Facts*, NumberSet>> found;
  std::vector<std::int64_t> received;
  for (Facts* facts : units) {
    std::optional<NumberSet> single = single_groups(*facts, connection, perm);
    if (!single) {
      visible.orgs.push_back(facts->org());
      continue;
    }
    found.emplace_back(facts, std::move(*single));
    if (has_received(*facts, connection, perm)) received.push_back(facts->org());
  }
  if (!received.empty()) {
    Rows rows = connection.query(select_groups, std::initializer_list<Arg>{List(received)});
    while (rows.next()) {
      const auto place = std::ranges::find(found, rows.integer(0), [](const auto& one) { return one.first->org(); });
      const Target target{.org = rows.integer(0), .group = rows.integer(1)};
      if (judge(*place->first, connection, perm, target).allowed) place->second.insert(target.group);
    }
  }
  for (const auto& [facts, single] : found) {
    for (const std::int64_t group : single.numbers()) visible.groups.push_back(in_unit(facts->org(), group));
  }
}

}  // namespace ent::access
