#include "gradebook/pupil_facts.hpp"

#include <algorithm>

#include "group/divisions.hpp"

namespace ent::gradebook {
namespace {

Place place_on(unit::Unit& unit, OrgId org, std::int64_t member, Date day) {
  const auto seats = group::seats_of(unit, org, member, day);
  return seats.empty() ? Place{} : Place{seats.front().division, seats.front().level};
}

}  // namespace

PupilFacts::PupilFacts(unit::Unit& unit, OrgId org, std::int64_t member, const rows::Shown& shown, const Span& span,
                       bool asks_missing)
    : place(place_on(unit, org, member, span.last_day)),
      formula(formula_on(unit, org, span.first_day, std::span(&place, 1))),
      marks(rows::of_member(unit, org, member, shown, span, unit.today())) {
  const bool counts = formula.policy.root.missing == engine::Treatment::zero;
  if (counts || asks_missing) missing = rows::missing_of(unit, org, member, shown, span, unit.today());
  if (!counts) return;
  std::ranges::copy_if(missing, std::back_inserter(marks), [&](const PupilMark& mark) { return mark.assessment.date <= unit.today(); });
  std::ranges::stable_sort(marks, {}, [](const PupilMark& mark) { return std::pair(mark.assessment.date, mark.assessment.id.value); });
}

}  // namespace ent::gradebook
