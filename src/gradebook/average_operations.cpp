// Averages: of a pupil, explained, and of a group.
#include <algorithm>
#include <map>

#include "gradebook/averages.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/pupil_facts.hpp"
#include "gradebook/rules.hpp"
#include "gradebook/shown.hpp"
#include "gradebook/target.hpp"
#include "group/divisions.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

bool counts_missing(const Formula& formula) { return formula.policy.root.missing == engine::Treatment::zero; }

/// The pupils of a group, by number, and their divisions.
std::vector<Counted> pupils_of(unit::Unit& unit, GroupId group, Date day) {
  std::map<std::int64_t, Place> places;
  for (const group::Pupil& pupil : group::pupils_on(unit, group, day)) places.try_emplace(pupil.member);
  for (const group::Seat& seat : group::seats_of(unit, group, day)) {
    Place& place = places[seat.member];
    if (place.division == 0) place = {seat.division, seat.level};
  }
  std::vector<Counted> pupils;
  for (auto& [member, place] : places) pupils.push_back({member, std::move(place)});
  return pupils;
}

/// gradebook.averages
Result<Averages> averages_(Read<Perm::mark_read>& unit, const OfPupil& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  ENT_TRY(shown, shown_of(unit, input.org_id, input.pupil_id));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  ENT_TRY(span, span_of(unit, input.org_id, input.first_day, input.last_day, input.period_id));
  PupilFacts facts(unit, input.org_id, pupil->member, shown, span, false);
  return averages_of(facts.formula, facts.place, std::move(facts.marks));
}

/// gradebook.group_averages
Result<GroupAverages> group_averages_(Read<Perm::mark_read>& unit, const OfGroup& input) {
  const auto group = group::find(unit, input.group_id);
  ENT_TRY(granted, unit.may(target_of(input.group_id, true), no_group));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, no_group);
  ENT_TRY(span, span_of(unit, OrgId{input.group_id.establishment()}, input.first_day, input.last_day, input.period_id));
  const bool all = unit.sees(Perm::mark_read, target_of(input.group_id, false)).has_value();
  const auto assessments = rows::taught(unit, input, span, all ? 0 : unit.actor().person, unit.today());
  const std::vector<Counted> pupils = pupils_of(unit, input.group_id, span.last_day);
  std::vector<Place> places;
  for (const Counted& pupil : pupils) places.push_back(pupil.place);
  const Formula formula = formula_on(unit, OrgId{input.group_id.establishment()}, span.first_day, places);
  std::vector<std::int64_t> numbers;
  for (const Assessment& assessment : assessments) numbers.push_back(assessment.id.number());
  auto marks = rows::marks_in(unit, input.group_id, span.last_day, numbers);
  if (counts_missing(formula)) {
    auto missing = rows::missing_in(unit, input.group_id, span.last_day, numbers, unit.today());
    marks.insert(marks.begin(), missing.begin(), missing.end());
  }
  GroupAverages averages = group_averages_of(formula, assessments, marks, pupils);
  if (!all || input.subject_code) averages.general.reset();
  return averages;
}

}  // namespace

extern constexpr Op op_averages = op<&averages_>("gradebook.averages", "0.1");
extern constexpr Op op_group_averages = op<&group_averages_>("gradebook.group_averages", "0.1");

Result<Averages> averages(Session& session, const OfPupil& input, const CallOptions& options) {
  return run<Averages>(op_averages, session, input, options);
}
Result<GroupAverages> group_averages(Session& session, const OfGroup& input, const CallOptions& options) {
  return run<GroupAverages>(op_group_averages, session, input, options);
}

}  // namespace ent::gradebook
