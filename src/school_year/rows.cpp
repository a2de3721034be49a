#include "school_year/rows.hpp"

#include "unit/dates.hpp"

namespace ent::school_year::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_openings{
    "SELECT o.school_year, o.first_day, o.confirmed, d.grp FROM year_opening o "
    "LEFT JOIN year_opening_division d ON d.org = o.org AND d.school_year = o.school_year "
    "WHERE o.org = $1 ORDER BY o.school_year, d.grp"};

constexpr Sql insert_opening{
    "INSERT INTO year_opening (org, school_year, first_day, confirmed) VALUES ($1, $2, $3, 0)"};

constexpr Sql insert_divisions{"INSERT INTO year_opening_division (org, school_year, grp) VALUES ($1, $2, ITEM($3))"};

constexpr Sql update_confirmed{"UPDATE year_opening SET confirmed = 1 WHERE org = $1 AND school_year = $2"};

constexpr Sql delete_divisions{"DELETE FROM year_opening_division WHERE org = $1 AND school_year = $2"};
constexpr Sql delete_opening{"DELETE FROM year_opening WHERE org = $1 AND school_year = $2"};

}  // namespace

std::vector<Opening> openings(unit::Unit& unit, OrgId org) {
  Rows rows = unit.query(select_openings, org.value);
  std::vector<Opening> found;
  while (rows.next()) {
    if (found.empty() || found.back().school_year != rows.int32(0)) {
      found.push_back({rows.int32(0), unit::date(rows.integer(1)), rows.integer(2) != 0, {}});
    }
    if (!rows.is_null(3)) found.back().division_ids.push_back(make_id<GroupId>(org.value, rows.integer(3)));
  }
  return found;
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const Opening& opening) {
  unit.exec(granted, insert_opening, org.value, opening.school_year, day(opening.first_day));
  std::vector<std::int64_t> numbers;
  for (const GroupId id : opening.division_ids) numbers.push_back(id.number());
  if (!numbers.empty()) unit.exec_each(granted, insert_divisions, org.value, opening.school_year, numbers);
}

void confirm(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year) {
  unit.exec(granted, update_confirmed, org.value, school_year);
}

void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int32_t school_year) {
  unit.exec(granted, delete_divisions, org.value, school_year);
  unit.exec(granted, delete_opening, org.value, school_year);
}

}  // namespace ent::school_year::rows
