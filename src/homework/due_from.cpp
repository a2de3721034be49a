#include "homework/due_from.hpp"

#include "unit/dates.hpp"

namespace ent::homework {
namespace {

constexpr unit::Sql select_due_from{
    "SELECT h.homework, h.grp, h.author, h.given_lesson, h.due_lesson FROM homework h WHERE h.org = $1 AND h.due >= $2 "
    "ORDER BY h.homework"};

}  // namespace

std::vector<DueFrom> due_from(unit::Unit& unit, OrgId org, Date day) {
  std::vector<DueFrom> found;
  unit::Rows rows = unit.query(select_due_from, org.value, unit::day(day));
  while (rows.next()) found.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)});
  return found;
}

}  // namespace ent::homework
