// Averages: of a pupil, explained, and of a group.
#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "gradebook/averages.hpp"
#include "gradebook/class_averages.hpp"
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

/// The pupils of a group on the last day of a span, by number, and their divisions.
Term term_of(unit::Unit& unit, GroupId group, const Span& span) {
  std::map<std::int64_t, Classmate> pupils;
  for (const group::Pupil& pupil : group::pupils_on(unit, group, span.last_day)) pupils.try_emplace(pupil.member, Classmate{pupil.member});
  for (const group::Seat& seat : group::seats_of(unit, group, span.last_day)) {
    Classmate& pupil = pupils.try_emplace(seat.member, Classmate{seat.member}).first->second;
    if (pupil.division == 0) std::tie(pupil.division, pupil.level) = std::tie(seat.division, seat.level);
  }
  Term term{span.first_day, span.last_day};
  for (auto& [member, pupil] : pupils) term.pupils.push_back(std::move(pupil));
  return term;
}

/// Which subjects are asked about and may be read; none: all.
std::optional<std::vector<std::string>> subjects_asked(unit::Unit& unit, const OfGroup& input, bool all) {
  std::vector<std::string> subjects;
  if (!all) subjects = rows::taught_by(unit, input.group_id, unit.actor().person, unit.today());
  if (!input.subject_code) return all ? std::nullopt : std::optional(std::move(subjects));
  const bool read = all || std::ranges::find(subjects, *input.subject_code) != subjects.end();
  return read ? std::vector{*input.subject_code} : std::vector<std::string>{};
}

/// What stays in groups that the pupil has left is told beside what counts.
void tell_stayed(Averages& averages, std::span<const PupilMark> stayed) {
  for (const PupilMark& mark : stayed) {
    const auto subject = std::ranges::find(averages.items, mark.assessment.subject_code, &SubjectAverage::subject_code);
    if (subject != averages.items.end()) subject->lines.push_back({mark.assessment.id, Fate::stayed, {}, {}, {}, mark.assessment.box_code});
  }
}

/// gradebook.averages
Result<Averages> averages_(Read<Perm::mark_read>& unit, const OfPupil& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  ENT_TRY(shown, shown_of(unit, input.org_id, input.pupil_id));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  ENT_TRY(span, span_of(unit, input.org_id, input.first_day, input.last_day, input.period_id));
  PupilFacts facts(unit, input.org_id, pupil->member, shown, span, false);
  Averages averages = averages_of(facts.basis(), facts.place, std::move(facts.marks));
  tell_stayed(averages, facts.stayed);
  return averages;
}

/// gradebook.group_averages
Result<GroupAverages> group_averages_(Read<Perm::mark_read>& unit, const OfGroup& input) {
  const auto group = group::find(unit, input.group_id);
  ENT_TRY(granted, unit.may(target_of(input.group_id, true), no_group));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, no_group);
  ENT_TRY(span, span_of(unit, OrgId{input.group_id.establishment()}, input.first_day, input.last_day, input.period_id));
  const bool all = unit.sees(Perm::mark_read, target_of(input.group_id, false)).has_value();
  const auto subjects = subjects_asked(unit, input, all);
  const Term term = term_of(unit, input.group_id, span);
  ClassAverages class_of = class_averages(unit, input.group_id, std::span(&term, 1), subjects);
  GroupAverages averages;
  averages.policy = std::move(class_of.policy);
  averages.frozen_at = class_of.frozen_at;
  for (ClassFigures& figures : class_of.subjects) averages.items.push_back(std::move(figures.look));
  if (!subjects) averages.general = std::move(class_of.general.look);
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
