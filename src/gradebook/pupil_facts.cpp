#include "gradebook/pupil_facts.hpp"

#include <algorithm>
#include <set>

#include "gradebook/adjustment_rows.hpp"
#include "gradebook/box_rows.hpp"
#include "gradebook/formulas.hpp"
#include "gradebook/kept_stays.hpp"
#include "gradebook/seats.hpp"
#include "gradebook/subject_book.hpp"
#include "group/divisions.hpp"
#include "group/lookups.hpp"

namespace ent::gradebook {
namespace {

/// Where they were when the period was published, or else where they were last.
Place place_within(unit::Unit& unit, OrgId org, std::int64_t member, const Span& days) {
  if (auto kept = kept_place(unit, org, member, days)) return *std::move(kept);
  const auto seats = group::last_seats_of(unit, org, member, days.first_day, days.last_day);
  return seats.empty() ? Place{.member = member} : Place{seats.front().division, seats.front().level, member};
}

}  // namespace

PupilFacts::PupilFacts(unit::Unit& unit, OrgId org, std::int64_t member, const rows::Shown& shown, const Span& span,
                       Missing wanted)
    : days(span),
      place(place_within(unit, org, member, span)),
      formula(formula_for(unit, org, place, span)),
      boxes(rows::boxes_of_member(unit, org, member, span.last_day)),
      marks(rows::of_member(unit, org, member, shown, span, unit.today())) {
  const bool counts = looks_at_missing(formula, boxes);
  const bool asked = wanted != Missing::where_it_counts;
  const bool stays = formula.moved == MovedRule::stay;
  std::vector<group::Attendance> attended;
  if (counts || asked || stays) {
    attended = formula.frozen_at ? attended_as_kept(unit, org, std::span(&member, 1), 0, span)
                                 : group::attended(unit, org, member, span.first_day, span.last_day);
  }
  if (counts || asked) missing = rows::missing_of(unit, org, member, attended, shown, span, unit.today());
  if (counts || wanted == Missing::all) add_missing(wanted == Missing::all ? span.last_day : unit.today());
  auto given = rows::points_given(unit, org, std::span(&member, 1), span);
  if (stays) leave_behind(unit, org, member, attended, given);
  points = points_by_subject(given, span);
}

void PupilFacts::add_missing(Date until) {
  std::ranges::copy_if(missing, std::back_inserter(marks), [&](const PupilMark& mark) { return mark.assessment.date <= until; });
  std::ranges::stable_sort(marks, {}, [](const PupilMark& mark) { return std::pair(mark.assessment.date, mark.assessment.id.value); });
}

void PupilFacts::leave_behind(unit::Unit& unit, OrgId org, std::int64_t member, std::span<const group::Attendance> attended,
                              std::vector<GivenPoints>& given) {
  std::set<GroupId> groups;
  for (const group::Attendance& stay : attended) {
    if (stay.period.contains(days.last_day)) groups.insert(GroupId{stay.group});
  }
  if (groups.empty() && !place.kept) return;  // has left the school, and has not changed class
  if (place.kept) {
    for (const group::Seat& seat : group::seats_of(unit, org, member, days.last_day)) groups.erase(make_id<GroupId>(org.value, seat.division));
  }
  groups.insert(make_id<GroupId>(org.value, place.division));
  const auto is_left = [&](const PupilMark& mark) { return !groups.contains(mark.assessment.group_id); };
  std::ranges::copy_if(marks, std::back_inserter(stayed), is_left);
  std::erase_if(marks, is_left);
  std::erase_if(missing, is_left);
  std::erase_if(given, [&](const GivenPoints& one) { return !groups.contains(make_id<GroupId>(org.value, one.group)); });
}

}  // namespace ent::gradebook
