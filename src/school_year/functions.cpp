#include "school_year/functions.hpp"

namespace ent::school_year {
namespace {

constexpr unit::Sql select_ends{
    "SELECT o.org, MIN(o.first_day) FROM EACH($1) v JOIN year_opening o ON o.org = v.value WHERE o.school_year > $2 GROUP BY o.org"};

}  // namespace

std::unordered_map<std::int64_t, std::int64_t> ends_of_groups(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year) {
  std::unordered_map<std::int64_t, std::int64_t> ends;
  unit::Rows rows = unit.query(select_ends, orgs, school_year);
  while (rows.next()) ends.emplace(rows.integer(0), rows.integer(1));
  return ends;
}

}  // namespace ent::school_year
