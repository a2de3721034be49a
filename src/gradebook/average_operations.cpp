// Averages: of a pupil, explained, and of a group.
#include <algorithm>

#include "gradebook/averages.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/engine/presets.hpp"
#include "gradebook/rules.hpp"
#include "gradebook/shown.hpp"
#include "gradebook/target.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

/// gradebook.averages
Result<Averages> averages_(Read<Perm::mark_read>& unit, const OfPupil& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  ENT_TRY(shown, shown_of(unit, input.org_id, input.pupil_id));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  ENT_TRY(span, span_of(unit, input.org_id, input.first_day, input.last_day, input.period_id));
  return averages_of(engine::fr_exact, rows::of_member(unit, input.org_id, pupil->member, shown, span, unit.today()));
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
  std::vector<std::int64_t> numbers, pupils;
  for (const Assessment& assessment : assessments) numbers.push_back(assessment.id.number());
  for (const group::Pupil& pupil : group::pupils_on(unit, input.group_id, span.last_day)) pupils.push_back(pupil.member);
  std::ranges::sort(pupils);
  const auto marks = rows::marks_in(unit, input.group_id, span.last_day, numbers);
  return GroupAverages{group_subjects(engine::fr_exact, assessments, marks, pupils), std::string(engine::fr_exact.name)};
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
