#include "report/year.hpp"

#include <algorithm>

#include "report/assembly.hpp"
#include "report/places.hpp"

namespace ent::report {
namespace {

/// The division of a member at the end of the year, and the last period that it goes by.
std::optional<Place> last_place(unit::Unit& unit, OrgId org, std::int64_t member, const std::vector<period::Scheme>& schemes) {
  for (const period::Scheme& scheme : schemes) {
    if (scheme.periods.empty()) continue;
    const period::View& last = scheme.periods.back();
    for (const group::Seat& seat : group::seats_of(unit, org, member, last.last_day)) {
      const auto division = make_id<GroupId>(org.value, seat.division);
      if (period::goes_by(schemes, division, seat.level, last.id)) return Place(unit, last.id, division);
    }
  }
  return std::nullopt;
}

/// None of points, which have no scale.
std::optional<Decimal> of_20(const std::optional<Decimal>& average, const std::optional<Decimal>& scale) {
  if (!average || !scale) return std::nullopt;
  return (base::Rational(*average) * base::Rational(20) / base::Rational(*scale)).decimal();
}

}  // namespace

std::optional<YearOfPupil> year_of(unit::Unit& unit, OrgId org, std::int64_t member, std::int32_t school_year) {
  const auto place = last_place(unit, org, member, period::schemes_in(unit, org, school_year));
  if (!place || place->expect_division()) return std::nullopt;
  const ClassFacts facts = facts_of(unit, *place->period, *place->group, place->schemes, member);
  const auto reports = reports_of(facts, member);
  if (reports.empty()) return std::nullopt;
  YearOfPupil year{{}, reports.front().report.cycle_end};
  const auto found = std::ranges::lower_bound(facts.classmates, member, {}, &gradebook::Classmate::member);
  const auto own = static_cast<std::size_t>(found - facts.classmates.begin());
  for (const gradebook::ClassFigures& figures : facts.averages.subjects) {
    const gradebook::PupilFigure& figure = figures.pupils[own];
    const auto average = of_20(figure.year, facts.averages.made_by_pupil[own].scale);
    if (average) year.subjects.push_back({figures.subject, *average, figure.mode});
  }
  return year;
}

}  // namespace ent::report
