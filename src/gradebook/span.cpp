#include "gradebook/span.hpp"

#include "gradebook/rules.hpp"
#include "period/functions.hpp"

namespace ent::gradebook {

Result<Span> span_of(unit::Unit& unit, OrgId org, const std::optional<Date>& first_day, const std::optional<Date>& last_day,
                     const std::optional<PeriodId>& period) {
  ENT_REFUSE(days_or_period(first_day, last_day, period));
  if (!period) {
    ENT_REFUSE(well_formed_span(*first_day, *last_day));
    return Span{*first_day, *last_day};
  }
  const auto found = period->establishment() == org.value ? period::find(unit, *period) : std::nullopt;
  if (!found) return base::fail(Errc::not_found, "period.not_found");
  return Span{found->first_day, found->last_day};
}

Result<Date> day_of(unit::Unit& unit, OrgId org, const std::optional<Date>& day, const std::optional<PeriodId>& period,
                    const std::optional<Date>& otherwise) {
  if (day && period) return base::invalid("/period_id", "gradebook.days_or_period");
  if (!period) return day.value_or(otherwise.value_or(unit.today()));
  const auto found = period->establishment() == org.value ? period::find(unit, *period) : std::nullopt;
  if (!found) return base::fail(Errc::not_found, "period.not_found");
  return found->first_day;
}

}  // namespace ent::gradebook
