#include "calendar/own_grids.hpp"

#include "calendar/rows.hpp"
#include "unit/dates.hpp"

namespace ent::calendar {
namespace {

constexpr unit::Sql select_own_grids{
    "SELECT g.code, g.valid_from, b.name, b.begins, b.ends FROM bell_grid g "
    "LEFT JOIN bell b ON b.org = g.org AND b.code = g.code AND b.valid_from = g.valid_from "
    "WHERE g.org = $1 ORDER BY g.code, g.valid_from, b.number"};

constexpr unit::Sql delete_bells_of_grid{"DELETE FROM bell WHERE org = $1 AND code = $2 AND valid_from = $3"};
constexpr unit::Sql delete_own_grid{"DELETE FROM bell_grid WHERE org = $1 AND code = $2 AND valid_from = $3"};

}  // namespace

std::vector<DatedGrid> own_grids(unit::Unit& unit, OrgId org) {
  std::vector<DatedGrid> found;
  unit::Rows rows = unit.query(select_own_grids, org.value);
  while (rows.next()) {
    const std::string code = rows.string(0);
    const Date from = unit::date(rows.integer(1));
    if (found.empty() || found.back().code != code || found.back().valid_from != from) found.push_back({code, from, {}});
    if (!rows.is_null(2)) found.back().bells.push_back({rows.string(2), {rows.int32(3)}, {rows.int32(4)}});
  }
  return found;
}

void put_back(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const DatedGrid& grid) {
  rows::replace_grid(unit, granted, org, grid);
}

void remove_grid(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const DatedGrid& grid) {
  for (const unit::Sql* sql : {&delete_bells_of_grid, &delete_own_grid})
    unit.exec(granted, *sql, org.value, grid.code, unit::day(grid.valid_from));
}

}  // namespace ent::calendar
