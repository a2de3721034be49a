#include "group/several.hpp"

#include "base/date.hpp"
#include "unit/dates.hpp"

namespace ent::group {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_stays{
    "SELECT s.org, s.grp, s.member, s.valid_from, s.valid_to, g.kind, g.name, s.level FROM EACH($1) v "
    "CROSS JOIN group_member s CROSS JOIN school_group g "
    "WHERE s.org = v.value / 4294967296 AND s.member = v.value % 4294967296 AND s.valid_from <= $2 AND s.valid_to > $3 "
    "AND s.valid_to > s.valid_from AND g.org = s.org AND g.grp = s.grp "
    "ORDER BY s.org, s.member, g.folded_name, s.grp, s.valid_from"};

constexpr Sql select_divisions_of_each{
    "SELECT g.org, g.grp, g.name FROM EACH($1) v CROSS JOIN school_group g WHERE g.org = v.value "
    "AND g.school_year IN ($2, $3) AND g.kind = 1 AND g.valid_from <= $4 AND g.valid_to > $4 "
    "AND (g.org IN (SELECT o.value FROM EACH($5) o) OR g.org * 4294967296 + g.grp IN (SELECT s.value FROM EACH($6) s)) "
    "ORDER BY g.org, g.folded_name, g.grp"};

constexpr Sql select_services_of{
    "SELECT s.org, s.grp, s.subject FROM EACH($1) v CROSS JOIN service s WHERE s.org = v.value / 4294967296 "
    "AND s.member = v.value % 4294967296 AND s.valid_from <= $2 AND s.valid_to > $2 ORDER BY s.org, s.grp, s.subject"};

constexpr Sql select_counts{
    "SELECT g.org, COUNT(*) FROM EACH($1) v CROSS JOIN school_group g WHERE g.org = v.value "
    "AND g.school_year IN ($2, $3) AND g.kind = 1 AND g.valid_from <= $4 AND g.valid_to > $4 GROUP BY g.org"};
static_assert(static_cast<int>(Kind::division) == 1);

}  // namespace

std::vector<Stayed> stays_of(unit::Unit& unit, std::span<const std::int64_t> members, Date first, Date last) {
  std::vector<Stayed> found;
  if (members.empty()) return found;
  Rows rows = unit.query(select_stays, members, day(last), day(first));
  while (rows.next()) {
    found.push_back({{make_id<GroupId>(rows.integer(0), rows.integer(1)).value, rows.integer(2),
                      {unit::date(rows.integer(3)), unit::date(rows.integer(4))}},
                     static_cast<Kind>(rows.int32(5)), rows.string(6), rows.string(7)});
  }
  return found;
}

std::vector<Division> divisions_in(unit::Unit& unit, const access::VisibleGroups& visible, std::span<const std::int64_t> orgs,
                                   Date at) {
  std::vector<Division> found;
  if (orgs.empty()) return found;
  Rows rows = unit.query(select_divisions_of_each, orgs, base::civil_year(at) - 1, base::civil_year(at), day(at), visible.orgs, visible.groups);
  while (rows.next()) found.push_back({make_id<GroupId>(rows.integer(0), rows.integer(1)), rows.string(2)});
  return found;
}

std::vector<Served> services_of(unit::Unit& unit, std::span<const std::int64_t> members, Date at) {
  std::vector<Served> found;
  if (members.empty()) return found;
  Rows rows = unit.query(select_services_of, members, day(at));
  while (rows.next()) found.push_back({make_id<GroupId>(rows.integer(0), rows.integer(1)), rows.string(2)});
  return found;
}

std::map<std::int64_t, std::int32_t> count_divisions(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at) {
  std::map<std::int64_t, std::int32_t> found;
  if (orgs.empty()) return found;
  Rows rows = unit.query(select_counts, orgs, base::civil_year(at) - 1, base::civil_year(at), day(at));
  while (rows.next()) found.emplace(rows.integer(0), rows.int32(1));
  return found;
}

}  // namespace ent::group
