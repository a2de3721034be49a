#include "attendance/since.hpp"

namespace ent::attendance {
namespace {

constexpr unit::Sql select_called_since{
    "SELECT r.lesson FROM attendance_register r WHERE r.org = $1 AND r.lesson <> 0 AND r.taken_at >= $2"};

}  // namespace

std::vector<std::int64_t> lessons_called_since(unit::Unit& unit, OrgId org, Instant since) {
  std::vector<std::int64_t> found;
  unit::Rows rows = unit.query(select_called_since, org.value, since.time_since_epoch().count());
  while (rows.next()) found.push_back(rows.integer(0));
  return found;
}

}  // namespace ent::attendance
