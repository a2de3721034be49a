#include "homework/of_groups.hpp"

namespace ent::homework {
namespace {

using unit::Sql;

#define ENT_SET_FOR "SELECT h.homework FROM homework h WHERE h.org = $1 AND h.grp IN (SELECT v.value FROM EACH($2) v)"

constexpr Sql delete_ticks{
    "DELETE FROM homework_done WHERE org = $1 AND homework IN (" ENT_SET_FOR ") AND member IN (SELECT s.member FROM group_member s "
    "WHERE s.org = $1 AND s.grp IN (SELECT w.value FROM EACH($2) w))"};
constexpr Sql delete_named{"DELETE FROM homework_pupil WHERE org = $1 AND homework IN (" ENT_SET_FOR ")"};
constexpr Sql delete_homework{"DELETE FROM homework WHERE org = $1 AND grp IN (SELECT v.value FROM EACH($2) v)"};

}  // namespace

void remove_of(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> groups) {
  for (const Sql* sql : {&delete_ticks, &delete_named, &delete_homework}) unit.exec(granted, *sql, org.value, groups);
}

}  // namespace ent::homework
