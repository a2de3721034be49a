#include "period/functions.hpp"

#include "period/rows.hpp"

namespace ent::period {

std::optional<View> find(unit::Unit& unit, PeriodId id) { return rows::find(unit, id); }

std::vector<Scheme> schemes_in(unit::Unit& unit, OrgId org, std::int32_t school_year) {
  return rows::schemes(unit, org, school_year);
}

std::vector<PeriodId> begun_since(unit::Unit& unit, OrgId org, Date day) { return rows::begun_since(unit, org, day); }

void hold(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::span<const std::int64_t> groups) {
  rows::hold(unit, granted, period, groups);
}

void let_go(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::span<const std::int64_t> groups) {
  rows::let_go(unit, granted, period, groups);
}

void keep(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::int64_t group) {
  rows::keep(unit, granted, period, group);
}

}  // namespace ent::period
