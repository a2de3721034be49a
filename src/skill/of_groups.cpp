#include "skill/of_groups.hpp"

namespace ent::skill {
namespace {

constexpr unit::Sql select_any_evaluated{
    "SELECT 1 FROM EACH($1) v JOIN skill_evaluation e ON e.org = $2 AND e.grp = v.value LIMIT 1"};

}  // namespace

bool any_evaluated(unit::Unit& unit, OrgId org, std::span<const std::int64_t> groups) {
  return unit.query(select_any_evaluated, groups, org.value).next();
}

}  // namespace ent::skill
