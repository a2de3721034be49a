#include "access/explain.hpp"

#include <algorithm>
#include <deque>

#include "access/facts_sql.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;

/// Those with a post in the unit, in what it is part of, or in what runs it; and the guardians of its pupils.
constexpr Sql select_candidates{
    "WITH RECURSIVE up (org, depth) AS ("
    "  SELECT CAST($1 AS BIGINT), CAST(0 AS BIGINT) UNION"
    "  SELECT l.parent, up.depth + 1 FROM up JOIN org_link l ON l.child = up.org"
    "  WHERE l.relation = 1 AND l.valid_from <= $2 AND l.valid_to > $2 AND up.depth < 16"
    "), above (org) AS ("
    "  SELECT org FROM up UNION"
    "  SELECT l.parent FROM org_link l WHERE l.child = $1 AND l.relation = 2 AND l.valid_from <= $2 AND l.valid_to > $2"
    ") SELECT DISTINCT m.person, a.profile FROM above "
    "JOIN affiliation a ON a.org = above.org JOIN member m ON m.org = a.org AND m.member = a.member "
    "WHERE a.profile <> 2 AND a.valid_from <= $2 AND a.valid_to > $2 "
    "UNION "
    "SELECT g.adult, 2 FROM affiliation e JOIN member m ON m.org = e.org AND m.member = e.member "
    "JOIN guardianship g ON g.pupil = m.person "
    "WHERE e.org = $1 AND e.profile = 1 AND e.valid_from <= $2 AND e.valid_to > $2 "
    "AND g.valid_from <= $2 AND g.valid_to > $2"};

bool may_ever(Perm perm, Profile profile) { return !cell(perm, profile).empty(); }

}  // namespace

Verdict explain(store::Connection& connection, const Actor& actor, Perm perm, const Target& target, Date at) {
  UnitFacts unit(target.org, at);
  Facts facts(actor, unit);
  return judge(facts, connection, perm, target);
}

std::vector<Holder> who_can(store::Connection& connection, Perm perm, const Target& target, Date at) {
  std::vector<std::pair<std::int64_t, Profile>> candidates;
  {
    Rows rows = connection.query(select_candidates, std::initializer_list<Arg>{target.org, day_number(at)});
    while (rows.next()) {
      const auto profile = static_cast<Profile>(rows.int32(1));
      if (may_ever(perm, profile)) candidates.emplace_back(rows.integer(0), profile);
    }
  }
  std::ranges::sort(candidates);
  UnitFacts unit(target.org, at);
  std::deque<Facts> crowd;
  Company company{{&unit}};
  for (const auto& [person, profile] : candidates) {
    company.actors.push_back(&crowd.emplace_back(Actor{0, person, profile, {}, 0}, unit));
    crowd.back().join(&company);
  }
  std::vector<Holder> holders;
  for (Facts& facts : crowd) {
    const Verdict verdict = judge(facts, connection, perm, target);
    if (verdict.allowed) holders.push_back({facts.actor().person, facts.actor().profile, verdict});
  }
  return holders;
}

bool may_hand_on(store::Connection& connection, const Actor& actor, Perm perm, const Entry& entry, std::int64_t org,
                 Date at) {
  UnitFacts unit(org, at);
  Facts facts(actor, unit);
  return holds_entry(facts, connection, perm, entry, org);
}

bool in_ceiling(Perm perm, Profile profile, std::int32_t function, const Entry& entry) noexcept {
  const auto same = [&](const auto& one) { return one.scope == entry.scope && one.qualifier == entry.qualifier; };
  if (std::ranges::any_of(cell(perm, profile), same)) return true;
  if (function == 0) return false;
  return std::ranges::any_of(overlays(function, profile, perm),
                             [&](const Overlay& one) { return one.grants && same(one); });
}

std::int64_t home(store::Connection& connection, const Actor& actor, Date at) {
  UnitFacts anywhere(0, at);
  Facts facts(actor, anywhere);
  const auto& posts = facts.posts(connection);
  return posts.empty() ? 0 : posts.front().unit;
}

}  // namespace ent::access
