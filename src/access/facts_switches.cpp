// The facts about rights that people have switched or handed on.
#include "access/facts.hpp"
#include "access/facts_sql.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;

constexpr Sql select_overrides{
    "SELECT o.org, o.function, o.permission, o.scope, o.widens, o.locked FROM EACH($1) u "
    "JOIN access_override o ON o.org = u.value "
    "WHERE o.profile = $2 AND o.valid_from <= $3 AND o.valid_to > $3"};

/// The longest that a delegation may last is part of what makes it one.
constexpr Sql select_delegations{
    "SELECT d.org, g.person, d.permission, d.scope FROM member m "
    "JOIN delegation d ON d.org = m.org AND d.delegate = m.member "
    "JOIN member g ON g.org = d.org AND g.member = d.grantor "
    "WHERE m.person = $1 AND d.grantor <> d.delegate AND d.valid_from <= $2 AND d.valid_to > $2 "
    "AND d.valid_to - d.valid_from <= 370"};

}  // namespace

const std::vector<Override>& Facts::overrides(store::Connection& connection) {
  if (overrides_) return *overrides_;
  std::vector<Override> found;
  std::vector<std::int64_t> units;
  for (const Above& above : tree(connection)) {
    if (above.distance >= 0) units.push_back(above.org);
  }
  Rows rows = connection.query(select_overrides,
                               std::initializer_list<Arg>{std::span<const std::int64_t>(units),
                                                          static_cast<std::int32_t>(actor_.profile), day_number(at_)});
  while (rows.next()) {
    const Permission* permission = find_permission(rows.text(2));
    Entry entry{};
    if (permission == nullptr || !parse_entry(rows.text(3), entry)) continue;  // of another version: gives nothing
    std::int32_t distance = 0;
    for (const Above& above : tree(connection)) {
      if (above.org == rows.integer(0) && above.distance >= 0) distance = above.distance;
    }
    found.push_back({rows.int32(1), permission->perm, entry, rows.integer(4) != 0, rows.integer(5) != 0, distance});
  }
  return overrides_.emplace(std::move(found));
}

const std::vector<Delegation>& Facts::delegations(store::Connection& connection) {
  if (delegations_) return *delegations_;
  std::vector<Delegation> found;
  if (actor_.person != 0) {
    Rows rows = connection.query(select_delegations, std::initializer_list<Arg>{actor_.person, day_number(at_)});
    while (rows.next()) {
      const Permission* permission = find_permission(rows.text(2));
      Entry entry{};
      if (permission == nullptr || !parse_entry(rows.text(3), entry)) continue;
      found.push_back({rows.integer(0), rows.integer(1), permission->perm, entry});
    }
  }
  return delegations_.emplace(std::move(found));
}

Facts& Facts::of_grantor(std::int64_t grantor, Profile profile) {
  const auto place = std::pair(grantor, profile);
  return grantors_.try_emplace(place, Actor{0, grantor, profile, {}}, org_, at_, this).first->second;
}

}  // namespace ent::access
