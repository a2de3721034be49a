#include "calendar/functions.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "calendar/rows.hpp"
#include "calendar/rules.hpp"
#include "org/functions.hpp"

namespace ent::calendar {

Almanac almanac_of(unit::Unit& unit, OrgId id, Date first, Date last) {
  return std::move(almanacs_of(unit, std::span(&id.value, 1), first, last).at(id.value));
}

std::map<std::int64_t, Almanac> almanacs_of(unit::Unit& unit, std::span<const std::int64_t> orgs, Date first, Date last) {
  std::map<std::int64_t, Almanac> found;
  if (orgs.empty()) return found;
  const auto lines = org::lines_of(unit, orgs, unit.at());
  std::set<std::int64_t> units;
  for (const auto& [org, line] : lines) units.insert(line.begin(), line.end());
  const rows::Said said = rows::said(unit, {units.begin(), units.end()}, first, last);
  for (const std::int64_t org : orgs) {
    const auto line = lines.find(org);
    const rows::Line of_unit = line == lines.end() ? rows::Line{} : line->second;
    found.emplace(org, Almanac{rows::zone_of(unit, said, of_unit), rows::facts_of(said, of_unit), of_unit});
  }
  return found;
}

std::optional<Year> year_of(unit::Unit& unit, OrgId id, std::int32_t school_year, Date at) {
  const std::vector<Year> years = rows::years(unit, org::line_of(unit, id, at));
  const auto found = std::ranges::find(years, school_year, &Year::school_year);
  return found == years.end() ? std::nullopt : std::optional(*found);
}

std::vector<Grid> grids_of(unit::Unit& unit, OrgId id, Date date) {
  return rows::grids(unit, org::line_of(unit, id, date), date);
}

std::optional<Error> put_grid(unit::WriteUnit& unit, const unit::Granted& granted, const SetBells& input) {
  ENT_REFUSE(well_formed(input));
  rows::replace_grid(unit, granted, input.org_id, dated_grid(input, unit.today()));
  unit.publish(granted, "calendar.bells_were_set", input.org_id.value);
  return std::nullopt;
}

}  // namespace ent::calendar
