#include "guardian/told.hpp"

#include "guardian/rules.hpp"
#include "unit/dates.hpp"

namespace ent::guardian {
namespace {

using unit::Rows;
using unit::Sql;

/// A link that the kept record of an adult has as well stays behind under the merged one, who is nobody any more.
constexpr Sql select_told{
    "SELECT m.member, m.person, g.adult, g.kind, g.rights FROM EACH($1) v CROSS JOIN member m CROSS JOIN guardianship g "
    "CROSS JOIN person a WHERE m.org = $2 AND m.member = v.value AND g.pupil = m.person AND a.person = g.adult AND a.merged_into IS NULL "
    "AND g.valid_from <= $3 AND g.valid_to > $3 AND NOT EXISTS (SELECT 1 FROM guardian_closure c "
    "WHERE c.pupil = g.pupil AND c.valid_from <= $3 AND c.valid_to > $3) ORDER BY m.member, g.priority, g.adult"};

std::vector<Told> told_by(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date at, Right right) {
  std::vector<Told> found;
  if (members.empty()) return found;
  Rows rows = unit.query(select_told, members, org.value, unit::day(at));
  while (rows.next()) {
    const std::int64_t carried = rows.integer(4) & ceiling_of(static_cast<Kind>(rows.int32(3)));
    if ((carried & static_cast<std::int64_t>(right)) == 0) continue;
    found.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
  }
  return found;
}

}  // namespace

std::vector<Told> told_daily(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date at) {
  return told_by(unit, org, members, at, Right::inform_daily);
}

std::vector<Told> told_results(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date at) {
  return told_by(unit, org, members, at, Right::inform_main);
}

}  // namespace ent::guardian
