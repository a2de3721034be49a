#include "access/listing.hpp"

#include <algorithm>

#include "access/facts_sql.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;

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

constexpr Sql select_members{
    "SELECT m.member FROM EACH($1) p JOIN member m ON m.person = p.value AND m.org = $2"};

constexpr Sql select_guardians_of{
    "SELECT DISTINCT adult FROM EACH($1) p JOIN guardianship g ON g.pupil = p.value "
    "WHERE g.kind <> 4 AND g.valid_from <= $2 AND g.valid_to > $2"};

constexpr Sql select_groups{"SELECT grp FROM school_group WHERE org = $1"};

/// Stands for whichever group where an entry reaches all of a unit.
constexpr std::int64_t any_group = 1;

constexpr std::int64_t all_profiles = 0x7ffe;
constexpr std::int64_t bit(Profile profile) { return std::int64_t{1} << static_cast<std::int32_t>(profile); }
constexpr std::int64_t staff_bits = bit(Profile::teacher) | bit(Profile::school_life) | bit(Profile::head) |
                                    bit(Profile::office) | bit(Profile::librarian) | bit(Profile::health);

/// Whether the entry reaches all of the unit, whoever it is.
bool reaches_unit(const Post& post, Scope scope) {
  switch (scope) {
    case Scope::estab: return post.here;
    case Scope::net: return post.net;
    case Scope::acad: return post.acad;
    case Scope::commune: return post.commune;
    default: return false;
  }
}

/// The people of a unit that a qualifier leaves; none for those that no person fulfils.
std::int64_t profiles_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::none:
    case Qualifier::tech: return all_profiles;
    case Qualifier::min: return all_profiles | masked_bit;
    case Qualifier::pupils: return bit(Profile::pupil);
    case Qualifier::staff: return staff_bits;
    default: return 0;
  }
}

std::vector<std::int64_t> with_guardians(store::Connection& connection, std::vector<std::int64_t> pupils, Date at) {
  Rows rows = connection.query(select_guardians_of,
                               std::initializer_list<Arg>{std::span<const std::int64_t>(pupils), day_number(at)});
  std::vector<std::int64_t> all = pupils;
  while (rows.next()) all.push_back(rows.integer(0));
  return all;
}

std::vector<std::int64_t> people_of(Facts& facts, store::Connection& connection, Scope scope) {
  switch (scope) {
    case Scope::self: return {facts.actor().person};
    case Scope::class_: return facts.classmates(connection).numbers();
    case Scope::taught: return facts.taught_pupils(connection).numbers();
    case Scope::main: return facts.main_pupils(connection).numbers();
    case Scope::assigned: return facts.assigned_pupils(connection).numbers();
    case Scope::com: return facts.contacts(connection).numbers();
    case Scope::child: {
      std::vector<std::int64_t> children;
      for (const Child& child : facts.children(connection)) children.push_back(child.person);
      return children;
    }
    default: return {};
  }
}

/// Who may be reached one by one through an entry; whether it holds for each is then asked of miss().
std::vector<std::int64_t> candidates(Facts& facts, store::Connection& connection, const Entry& entry) {
  std::vector<std::int64_t> people = people_of(facts, connection, entry.scope);
  if (entry.qualifier != Qualifier::family || people.empty()) return people;
  return with_guardians(connection, std::move(people), facts.at());
}

void add_members(VisiblePeople& visible, Facts& facts, store::Connection& connection,
                 const std::vector<std::int64_t>& people) {
  if (people.empty()) return;
  Rows rows = connection.query(select_members,
                               std::initializer_list<Arg>{std::span<const std::int64_t>(people), facts.org()});
  while (rows.next()) visible.members.push_back(facts.org() << 32 | rows.integer(0));
}

std::vector<std::int64_t> groups_of(Facts& facts, store::Connection& connection, const Entry& entry) {
  switch (entry.scope) {
    case Scope::own: return facts.authored_groups(connection).numbers();
    case Scope::class_: return facts.own_groups(connection).numbers();
    case Scope::taught: return facts.taught_groups(connection).numbers();
    case Scope::main: return facts.main_groups(connection).numbers();
    case Scope::assigned: return facts.assigned_groups(connection).numbers();
    case Scope::child: {
      std::vector<std::int64_t> groups;
      for (const auto& [member, group] : facts.child_groups(connection)) groups.push_back(group);
      return groups;
    }
    default: return {};
  }
}

/// Whether somebody has handed the permission on to the actor.
bool received(Facts& facts, store::Connection& connection, Perm perm) {
  return std::ranges::find(facts.delegations(connection), perm, &Delegation::perm) !=
         facts.delegations(connection).end();
}

}  // namespace

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
  Rows rows = connection.query(select_below, std::initializer_list<Arg>{std::span<const std::int64_t>(units),
                                                                        day_number(anywhere.at())});
  std::vector<std::int64_t> all;
  while (rows.next()) all.push_back(rows.integer(0));
  return all;
}

void add_people(VisiblePeople& visible, Facts& facts, store::Connection& connection, Perm perm) {
  std::vector<std::int64_t> single;
  std::int64_t unit_bits = 0;
  std::int64_t masked_bits = 0;
  for (const Post& post : facts.posts(connection)) {
    for (const Switched& one : ceiling(facts, connection, post, perm)) {
      if (!one.entry.on) continue;
      if (reaches_unit(post, one.entry.scope)) {
        const std::int64_t bits = profiles_of(one.entry.qualifier);
        ((bits & masked_bit) != 0 ? masked_bits : unit_bits) |= bits;
        continue;
      }
      for (const std::int64_t person : candidates(facts, connection, one.entry)) {
        if (miss(facts, connection, post, one.entry, perm, {.org = facts.org(), .person = person}) == Reason::none) {
          single.push_back(person);
        }
      }
    }
  }
  if (received(facts, connection, perm)) {
    for (const std::int64_t person : facts.everybody(connection)) {
      if (judge(facts, connection, perm, {.org = facts.org(), .person = person}).allowed) single.push_back(person);
    }
  }
  if (unit_bits != 0) visible.units.push_back(facts.org() << 16 | unit_bits);
  if ((masked_bits & ~unit_bits & all_profiles) != 0) visible.units.push_back(facts.org() << 16 | masked_bits);
  if (unit_bits != all_profiles) add_members(visible, facts, connection, single);
}

void add_groups(VisibleGroups& visible, Facts& facts, store::Connection& connection, Perm perm) {
  const auto reached = [&](const Post& post, const Entry& entry, std::int64_t group) {
    const std::int64_t author = entry.scope == Scope::own ? facts.actor().person : 0;
    const Target target{.org = facts.org(), .group = group, .author = author};
    return miss(facts, connection, post, entry, perm, target) == Reason::none;
  };
  NumberSet single;
  for (const Post& post : facts.posts(connection)) {
    for (const Switched& one : ceiling(facts, connection, post, perm)) {
      if (!one.entry.on) continue;
      if (reaches_unit(post, one.entry.scope) && reached(post, one.entry, any_group)) {
        visible.orgs.push_back(facts.org());
        return;
      }
      for (const std::int64_t group : groups_of(facts, connection, one.entry)) {
        if (reached(post, one.entry, group)) single.insert(group);
      }
    }
  }
  if (received(facts, connection, perm)) {
    Rows rows = connection.query(select_groups, std::initializer_list<Arg>{facts.org()});
    while (rows.next()) {
      const Target target{.org = facts.org(), .group = rows.integer(0)};
      if (judge(facts, connection, perm, target).allowed) single.insert(rows.integer(0));
    }
  }
  for (const std::int64_t group : single.numbers()) visible.groups.push_back(facts.org() << 32 | group);
}

}  // namespace ent::access
