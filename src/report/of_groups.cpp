#include "report/of_groups.hpp"

namespace ent::report {
namespace {

constexpr unit::Sql delete_choices{"DELETE FROM report_model WHERE org = $1 AND grp IN (SELECT v.value FROM EACH($2) v)"};

}  // namespace

void forget_choices_of(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> groups) {
  unit.exec(granted, delete_choices, org.value, groups);
}

}  // namespace ent::report
