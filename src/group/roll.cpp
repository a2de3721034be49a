#include "group/roll.hpp"

#include "base/date.hpp"
#include "person/card.hpp"
#include "unit/dates.hpp"

namespace ent::group {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_named{
    "SELECT g.grp, g.kind, g.name FROM school_group g WHERE g.org = $1 AND g.grp = $2 AND g.valid_from <= $3 AND g.valid_to > $3"};

constexpr Sql select_divisions_on_roll{
    "SELECT g.grp, g.kind, g.name FROM school_group g WHERE g.org = $1 AND g.school_year IN ($2, $3) AND g.kind = 1 "
    "AND g.valid_from <= $4 AND g.valid_to > $4 AND (g.org IN (SELECT v.value FROM EACH($5) v) "
    "OR g.org * 4294967296 + g.grp IN (SELECT v.value FROM EACH($6) v)) ORDER BY g.folded_name, g.grp"};

// The memberships `s` in the groups `v` of the unit $2 that are of pupils `m` on day $3.
#define ENT_CALLED                                                                                                   \
  "m.org = s.org AND m.member = s.member AND s.org = $2 AND s.grp = v.value AND s.valid_from <= $3 AND s.valid_to > $3 " \
  "AND EXISTS (SELECT 1 FROM affiliation a WHERE a.org = s.org AND a.member = s.member AND a.profile = 1 "           \
  "            AND a.valid_from <= $3 AND a.valid_to > $3) "

constexpr Sql select_called{
    "SELECT s.member, p.person, p.family_name, p.given_name, p.title FROM EACH($1) v CROSS JOIN group_member s CROSS JOIN member m "
    "CROSS JOIN person p WHERE " ENT_CALLED "AND p.person = m.person ORDER BY m.sort_key, m.person, s.member"};

constexpr Sql select_called_in_each{
    "SELECT DISTINCT s.grp, s.member FROM EACH($1) v CROSS JOIN group_member s CROSS JOIN member m WHERE " ENT_CALLED
    "ORDER BY s.grp, s.member"};

constexpr Sql select_sizes{
    "SELECT s.grp, COUNT(DISTINCT s.member) FROM school_group g JOIN group_member s ON s.org = g.org AND s.grp = g.grp "
    "JOIN member m ON m.org = s.org AND m.member = s.member "
    "WHERE g.org = $1 AND g.school_year IN ($2, $3) AND g.kind = 1 AND g.valid_from <= $4 AND g.valid_to > $4 "
    "AND s.valid_from <= $4 AND s.valid_to > $4 AND EXISTS (SELECT 1 FROM affiliation a WHERE a.org = s.org "
    "AND a.member = s.member AND a.profile = 1 AND a.valid_from <= $4 AND a.valid_to > $4) GROUP BY s.grp"};

}  // namespace

std::optional<Named> named(unit::Unit& unit, GroupId id, Date at) {
  Rows rows = unit.query(select_named, id.establishment(), id.number(), day(at));
  if (!rows.next()) return std::nullopt;
  return Named{rows.integer(0), static_cast<Kind>(rows.int32(1)), rows.string(2)};
}

std::vector<Named> divisions(unit::Unit& unit, const access::VisibleGroups& visible, OrgId org, Date at) {
  Rows rows = unit.query(select_divisions_on_roll, org.value, base::civil_year(at) - 1, base::civil_year(at), day(at), visible.orgs, visible.groups);
  std::vector<Named> found;
  while (rows.next()) found.push_back({rows.integer(0), static_cast<Kind>(rows.int32(1)), rows.string(2)});
  return found;
}

std::vector<Called> called(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups, Date at) {
  std::vector<Called> found;
  if (groups.empty()) return found;
  Rows rows = unit.query(select_called, groups, org.value, day(at));
  while (rows.next()) {
    if (!found.empty() && found.back().member == rows.integer(0)) continue;  // in two of the groups
    found.push_back({rows.integer(0), person::card_of(rows, 1)});
  }
  return found;
}

std::vector<InGroup> called_in_each(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups, Date at) {
  std::vector<InGroup> found;
  if (groups.empty()) return found;
  Rows rows = unit.query(select_called_in_each, groups, org.value, day(at));
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1)});
  return found;
}

std::vector<Size> division_sizes(unit::Unit& unit, OrgId org, Date at) {
  Rows rows = unit.query(select_sizes, org.value, base::civil_year(at) - 1, base::civil_year(at), day(at));
  std::vector<Size> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.int32(1)});
  return found;
}

}  // namespace ent::group
