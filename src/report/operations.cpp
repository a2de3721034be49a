// Reports as they stand, and what is missing in them.
#include <algorithm>

#include "gradebook/functions.hpp"
#include "org/functions.hpp"
#include "person/functions.hpp"
#include "report/assembly.hpp"
#include "report/describe.hpp"
#include "report/models.hpp"
#include "report/places.hpp"
#include "report/publication_rows.hpp"
#include "report/state.hpp"
#include "report/target.hpp"
#include "unit/op.hpp"

namespace ent::report {
namespace {

bool is_in(const ClassFacts& facts, PersonId pupil) {
  return std::ranges::find(facts.pupils, pupil, [](const rows::Pupil& one) { return one.card.id; }) != facts.pupils.end();
}

/// report.of_class
Result<ClassReports> of_class_(Read<Perm::report_read>& unit, const OfClass& input) {
  const Place place(unit, input.period_id, input.division_id);
  ENT_TRY(granted, unit.may(target_of(input.division_id), no_group));
  static_cast<void>(granted);
  ENT_REFUSE(place.expect_division());
  const ClassFacts facts = facts_of(unit, *place.period, *place.group, place.schemes, 0);
  ClassReports reports = class_reports_of(facts);
  reports.gone = rows::out_of(unit, *place.period, input.division_id);
  std::erase_if(reports.gone, [&](const Gone& one) { return is_in(facts, one.pupil.id); });
  return reports;
}

/// report.of_pupil
Result<Standing> of_pupil_(Read<Perm::report_read>& unit, const OfPupil& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  const auto period = period::find(unit, input.period_id);
  ENT_TRY(granted, unit.may(target_of(input.org_id, pupil ? PersonId{pupil->person.person} : input.pupil_id), no_person));
  static_cast<void>(granted);
  if (!pupil) return base::fail(Errc::not_found, no_person);
  if (!period || period->org_id != input.org_id) return base::fail(Errc::not_found, no_period);
  const auto seats = group::seats_of(unit, input.org_id, pupil->member, period->last_day);
  if (seats.empty()) return base::fail(Errc::failed_precondition, "group.not_enrolled");
  const Place place(unit, input.period_id, make_id<GroupId>(input.org_id.value, seats.front().division));
  ENT_REFUSE(place.expect_division());
  auto reports = reports_of(facts_of(unit, *place.period, *place.group, place.schemes, pupil->member), pupil->member);
  if (reports.empty()) return base::invalid("/period_id", other_period);
  return std::move(reports.front());
}

/// report.missing
Result<MissingList> missing_(Read<Perm::report_read>& unit, const OfMissing& input) {
  const Place place(unit, input.period_id, input.division_id);
  ENT_TRY(granted, unit.may(target_of(input.division_id), no_group));
  static_cast<void>(granted);
  ENT_REFUSE(place.expect_division());
  auto reports = reports_of(facts_of(unit, *place.period, *place.group, place.schemes, 0), 0);
  MissingList list;
  list.state = least(reports);
  for (Standing& standing : reports) {
    list.pupils += 1;
    list.complete += standing.missing.empty() ? 1 : 0;
    for (Missing& one : standing.missing) {
      if (!input.subject_code || one.subject_code == input.subject_code) list.items.push_back(std::move(one));
    }
  }
  return list;
}

/// report.history
Result<Versions> history_(Read<Perm::report_read>& unit, const OfHistory& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  const auto period = period::find(unit, input.period_id);
  ENT_TRY(granted, unit.may(target_of(input.org_id, pupil ? PersonId{pupil->person.person} : input.pupil_id), no_person));
  static_cast<void>(granted);
  if (!pupil) return base::fail(Errc::not_found, no_person);
  if (!period || period->org_id != input.org_id) return base::fail(Errc::not_found, no_period);
  return Versions{rows::versions(unit, input.period_id, pupil->member)};
}

/// report.models
Result<Models> models_(Read<Perm::period_read>& unit, const OfSchool& input) {
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, "org.not_found"));
  static_cast<void>(granted);
  if (!org::find_at(unit, input.org_id, unit.at())) return base::fail(Errc::not_found, "org.not_found");
  Models models;
  for (const Preset& preset : presets()) models.items.push_back(view_of(preset));
  return models;
}

}  // namespace

extern constexpr Op op_of_class = op<&of_class_>("report.of_class", "0.1");
extern constexpr Op op_of_pupil = op<&of_pupil_>("report.of_pupil", "0.1");
extern constexpr Op op_missing = op<&missing_>("report.missing", "0.1");
extern constexpr Op op_history = op<&history_>("report.history", "0.1");
extern constexpr Op op_models = op<&models_>("report.models", "0.1");

Result<ClassReports> of_class(Session& session, const OfClass& input, const CallOptions& options) {
  return run<ClassReports>(op_of_class, session, input, options);
}
Result<Standing> of_pupil(Session& session, const OfPupil& input, const CallOptions& options) {
  return run<Standing>(op_of_pupil, session, input, options);
}
Result<MissingList> missing(Session& session, const OfMissing& input, const CallOptions& options) {
  return run<MissingList>(op_missing, session, input, options);
}
Result<Versions> history(Session& session, const OfHistory& input, const CallOptions& options) {
  return run<Versions>(op_history, session, input, options);
}
Result<Models> models(Session& session, const OfSchool& input, const CallOptions& options) {
  return run<Models>(op_models, session, input, options);
}

}  // namespace ent::report
