#include "group/pupil_levels.hpp"

#include <vector>

namespace ent::group {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_pupil_levels{
    "SELECT DISTINCT d.grp, d.level FROM EACH($1) v CROSS JOIN group_member d WHERE d.org = $2 AND d.grp = v.value AND d.level <> '' "
    "AND d.valid_to > d.valid_from"};

}  // namespace

std::map<std::int64_t, std::set<std::string>> pupil_levels(unit::Unit& unit, OrgId org, std::span<const GroupId> groups) {
  std::vector<std::int64_t> numbers;
  for (const GroupId group : groups) numbers.push_back(group.number());
  Rows rows = unit.query(select_pupil_levels, numbers, org.value);
  std::map<std::int64_t, std::set<std::string>> levels;
  while (rows.next()) levels[rows.integer(0)].insert(rows.string(1));
  return levels;
}

}  // namespace ent::group
