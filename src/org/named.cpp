#include "org/named.hpp"

#include "unit/dates.hpp"

namespace ent::org {
namespace {

constexpr unit::Sql select_named{
    "SELECT u.org, u.kind, u.name, u.degree FROM EACH($1) v JOIN org_unit u ON u.org = v.value "
    "WHERE u.valid_from <= $2 AND u.valid_to > $2 ORDER BY u.folded_name, u.org"};

}  // namespace

std::vector<Named> named(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at) {
  std::vector<Named> found;
  if (orgs.empty()) return found;
  unit::Rows rows = unit.query(select_named, orgs, unit::day(at));
  while (rows.next()) {
    Named one{rows.integer(0), static_cast<Kind>(rows.int32(1)), rows.string(2), {}};
    if (!rows.is_null(3)) one.degree = static_cast<Degree>(rows.int32(3));
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace ent::org
