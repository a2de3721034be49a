// Units and groups; people are in listing_people.cpp.
#include "access/listing.hpp"

#include <algorithm>
#include <map>

#include "access/facts_sql.hpp"
#include "base/unit_key.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;
using List = std::span<const std::int64_t>;

/// A guardian (profile 2) has posts where the children are. A unit may be found on several paths.
constexpr Sql select_reachable{
    "WITH RECURSIVE start (org) AS ("
    "  SELECT m.org FROM member m CROSS JOIN affiliation a WHERE m.person = $1 AND a.org = m.org"
    "  AND a.member = m.member AND a.profile = $2 AND a.valid_from <= $3 AND a.valid_to > $3"
    "  UNION ALL SELECT pm.org FROM guardianship g CROSS JOIN member pm"
    "  WHERE $2 = 2 AND g.adult = $1 AND g.valid_from <= $3 AND g.valid_to > $3 AND pm.person = g.pupil"
    "  UNION ALL SELECT d.org FROM member dm CROSS JOIN delegation d"
    "  WHERE dm.person = $1 AND d.org = dm.org AND d.delegate = dm.member AND d.valid_from <= $3 AND d.valid_to > $3"
    "), down (org, depth) AS ("
    "  SELECT s.org, CAST(0 AS BIGINT) FROM start s UNION ALL"
    "  SELECT l.child, down.depth + 1 FROM down CROSS JOIN org_link l WHERE l.parent = down.org"
    "  AND l.relation = 1 AND l.valid_from <= $3 AND l.valid_to > $3 AND down.depth < 16"
    "), reached (org) AS ("
    "  SELECT down.org FROM down UNION ALL"
    "  SELECT l.child FROM start s CROSS JOIN org_link l"
    "  WHERE l.parent = s.org AND l.relation = 2 AND l.valid_from <= $3 AND l.valid_to > $3"
    ") SELECT r.org, e.epoch FROM reached r LEFT JOIN org_epoch e ON e.org = r.org "
    "UNION ALL SELECT e.org, e.epoch FROM org_epoch e WHERE e.org = 0"};

/// Units of all times: the rights of the host itself do not go by dates.
constexpr Sql select_all_units{
    "SELECT DISTINCT u.org, e.epoch FROM org_unit u LEFT JOIN org_epoch e ON e.org = u.org "
    "UNION ALL SELECT e.org, e.epoch FROM org_epoch e WHERE e.org = 0 -- scans: the units of a portal are few"};

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

Rows ask_reachable(store::Connection& connection, const Actor& actor, Date at) {
  if (actor.profile == Profile::system) return connection.query(select_all_units, {});
  return connection.query(select_reachable,
                          std::initializer_list<Arg>{actor.person, static_cast<std::int32_t>(actor.profile),
                                                     day_number(at)});
}

Reachable read_reachable(Rows& rows) {
  std::map<std::int64_t, std::int64_t> units;
  std::int64_t everywhere = 0;
  while (rows.next()) {
    if (rows.integer(0) == 0) {
      everywhere = rows.integer(1);
    } else {
      units.emplace(rows.integer(0), rows.integer(1));
    }
  }
  Reachable found;
  for (const auto& [org, epoch] : units) {
    found.orgs.push_back(org);
    found.epochs.push_back({everywhere, epoch});
  }
  return found;
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
    for (const std::int64_t group : single.numbers()) visible.groups.push_back(base::in_unit(facts->org(), group));
  }
}

}  // namespace ent::access
