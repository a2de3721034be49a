#include "calendar/functions.hpp"

#include <algorithm>

#include "calendar/rows.hpp"
#include "org/functions.hpp"

namespace ent::calendar {

base::Zone zone_of(unit::Unit& unit, OrgId id, Date at) { return rows::zone(unit, org::line_of(unit, id, at)); }

Instant instant_of(const base::Zone& zone, Date date, TimeOfDay time) {
  return zone.instant_of(date, std::chrono::minutes{time.minutes});
}

std::optional<Year> year_of(unit::Unit& unit, OrgId id, std::int32_t school_year, Date at) {
  const std::vector<Year> years = rows::years(unit, org::line_of(unit, id, at));
  const auto found = std::ranges::find(years, school_year, &Year::school_year);
  return found == years.end() ? std::nullopt : std::optional(*found);
}

}  // namespace ent::calendar
