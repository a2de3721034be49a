// How pupils live at school: a column of their stays in divisions.
#include "group/rows.hpp"
#include "unit/dates.hpp"

namespace ent::group::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql count_in_divisions{
    "SELECT COUNT(DISTINCT s.member) FROM EACH($1) v JOIN group_member s ON s.org = $2 AND s.member = v.value "
    "JOIN school_group g ON g.org = s.org AND g.grp = s.grp WHERE s.valid_from <= $3 AND s.valid_to > $3 AND g.kind = 1"};
static_assert(static_cast<int>(Kind::division) == 1);

#define ENT_IN_DIVISION(s) \
  "EXISTS (SELECT 1 FROM school_group g WHERE g.org = " s ".org AND g.grp = " s ".grp AND g.kind = 1)"

constexpr Sql begin_others{
    "INSERT INTO group_member (org, grp, member, valid_from, valid_to, level, regime, source) "
    "SELECT s.org, s.grp, s.member, $1, s.valid_to, s.level, $2, s.source FROM EACH($3) v "
    "JOIN group_member s ON s.org = $4 AND s.member = v.value "
    "WHERE s.valid_from < $1 AND s.valid_to > $1 AND COALESCE(s.regime, 0) <> $2 AND " ENT_IN_DIVISION("s")
    " ON CONFLICT (org, grp, member, valid_from) DO UPDATE SET valid_to = excluded.valid_to, level = excluded.level, "
    "regime = excluded.regime, source = excluded.source"};

constexpr Sql end_former{
    "UPDATE group_member SET valid_to = $1 WHERE org = $2 AND member IN (SELECT v.value FROM EACH($3) v) "
    "AND valid_from < $1 AND valid_to > $1 AND COALESCE(regime, 0) <> $4 AND " ENT_IN_DIVISION("group_member")};

constexpr Sql change_later{
    "UPDATE group_member SET regime = $1 WHERE org = $2 AND member IN (SELECT v.value FROM EACH($3) v) "
    "AND valid_from >= $4 AND valid_to > valid_from AND " ENT_IN_DIVISION("group_member")};

}  // namespace

bool all_in_divisions(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date at) {
  Rows rows = unit.query(count_in_divisions, members, org.value, day(at));
  return rows.next() && rows.integer(0) == static_cast<std::int64_t>(members.size());
}

void put_regime(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> members,
                Regime regime, Date from) {
  const auto number = static_cast<std::int64_t>(regime);
  unit.exec(granted, begin_others, day(from), number, members, org.value);
  unit.exec(granted, end_former, day(from), org.value, members, number);
  unit.exec(granted, change_later, number, org.value, members, day(from));
}

}  // namespace ent::group::rows
