#include "gradebook/assessed.hpp"

namespace ent::gradebook {
namespace {

constexpr unit::Sql select_assessed{
    "SELECT a.service AS service FROM assessment a WHERE a.org = $1 UNION "
    "SELECT j.service FROM mark_adjustment j WHERE j.org = $1 UNION "
    "SELECT s.service FROM subject_boxes b CROSS JOIN service s WHERE b.org = $1 AND s.org = b.org AND s.grp = b.grp "
    "AND s.subject = b.subject ORDER BY service"};

constexpr unit::Sql select_any_assessed{
    "SELECT 1 FROM EACH($1) v WHERE EXISTS (SELECT 1 FROM assessment a WHERE a.org = $2 AND a.grp = v.value) "
    "OR EXISTS (SELECT 1 FROM mark_adjustment j WHERE j.org = $2 AND j.grp = v.value) "
    "OR EXISTS (SELECT 1 FROM subject_boxes b WHERE b.org = $2 AND b.grp = v.value) LIMIT 1"};

}  // namespace

std::vector<std::int64_t> services_assessed(unit::Unit& unit, OrgId org) {
  std::vector<std::int64_t> found;
  unit::Rows rows = unit.query(select_assessed, org.value);
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

bool any_assessed(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups) {
  return unit.query(select_any_assessed, groups, org.value).next();
}

}  // namespace ent::gradebook
