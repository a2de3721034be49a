// Assessments.
#include <algorithm>

#include "base/text.hpp"
#include "gradebook/asked_pupils.hpp"
#include "gradebook/box_rows.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/followers.hpp"
#include "gradebook/partly_closed.hpp"
#include "gradebook/rows.hpp"
#include "gradebook/rules.hpp"
#include "gradebook/target.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

/// Refuses a box that does not hold on the day of its assessment.
std::optional<Error> box_holds(unit::Unit& unit, const Assessment& assessment, const char* field) {
  if (!assessment.box_code) return std::nullopt;
  const auto said = rows::boxes_of(unit, assessment.group_id, assessment.subject_code.value_or(""));
  const SaidBoxes* const held = holding(said, assessment.date);
  const bool known = held != nullptr && std::ranges::find(held->tree.boxes, *assessment.box_code, &Box::code) != held->tree.boxes.end();
  return known ? std::nullopt : std::optional(base::invalid(field, "gradebook.no_box"));
}

/// Refuses a scale that marks which stand do not lie on.
std::optional<Error> marks_fit(unit::Unit& unit, const Assessment& before, const Assessment& after) {
  if (after.minimum >= after.maximum) return base::invalid(after.minimum != before.minimum ? "/minimum" : "/maximum", "field.range");
  if (after.minimum == before.minimum && after.maximum == before.maximum) return std::nullopt;
  const auto range = rows::range(unit, after.id);
  return base::Fields()
      .refuse_if(range && range->highest > after.maximum, "/maximum", "gradebook.mark_above")
      .refuse_if(range && range->lowest < after.minimum, "/minimum", "gradebook.mark_below")
      .error();
}

/// The members whom an assessment shall name, who are in its group on its day.
Result<std::vector<std::int64_t>> named_members(unit::Unit& unit, const Assessment& assessment, const std::vector<PersonId>& people) {
  if (people.empty()) return std::vector<std::int64_t>{};
  return group::members_named(people, group::pupils_on(unit, assessment.group_id, assessment.date));
}

/// Refuses to leave somebody out who has a mark.
std::optional<Error> marked_are_named(unit::Unit& unit, AssessmentId id, const std::vector<std::int64_t>& named) {
  const auto is_left_out = [&](const rows::MarkRow& mark) {
    return mark.kind != MarkKind::not_entered && std::ranges::find(named, mark.member) == named.end();
  };
  const bool any = !named.empty() && std::ranges::any_of(rows::marks(unit, id), is_left_out);
  return any ? std::optional(base::invalid("/pupil_ids", "gradebook.marked")) : std::nullopt;
}

/// Says whom assessments of one unit are about, where that is not all of their group.
void tell_pupils(unit::Unit& unit, std::span<Assessment> assessments) {
  if (assessments.empty()) return;
  const NamedPupils named(unit, OrgId{assessments.front().id.establishment()}, assessments);
  for (Assessment& assessment : assessments) assessment.pupil_ids = named.people(assessment.id);
}

/// An assessment that stands, its service, and whether the actor teaches its subject to its group.
struct Standing {
  std::optional<Assessment> assessment;
  std::optional<group::ServiceRow> service;
  std::optional<GroupId> group;
  bool own = false;

  Standing(unit::Unit& unit, AssessmentId id) : assessment(rows::find(unit, id)) {
    const auto asked_of = assessment ? std::nullopt : rows::asked_of(unit, id);
    if (assessment) group = assessment->group_id;
    if (asked_of) group = asked_of->group;
    if (!assessment) return;
    service = group::find_service(unit, assessment->service_id);
    own = group::teaches_on(unit, assessment->group_id, assessment->subject_code.value_or(""), unit.actor().person, unit.today());
  }

  /// What the right is asked about: the establishment, where there is no such assessment.
  access::Target target(AssessmentId id) const {
    return group ? target_of(*group, own) : access::Target{.org = id.establishment()};
  }
  std::optional<Error> expect() const {
    if (!assessment) return base::fail(Errc::not_found, no_assessment);
    if (!own) return base::fail(Errc::failed_precondition, "gradebook.other_service");
    return std::nullopt;
  }
};

/// gradebook.add_assessment
Result<Assessment> add_assessment_(Write<Perm::assessment_write>& unit, const AddAssessment& input) {
  // facts
  const OrgId org{input.service_id.establishment()};
  const auto service = group::find_service(unit, input.service_id);
  const auto group = make_id<GroupId>(org.value, service ? service->group : 0);
  const bool own = service && group::teaches_on(unit, group, service->subject, unit.actor().person, unit.today());
  // guard
  ENT_TRY(granted, unit.may(target_of(group, own), "group.no_service"));
  if (!service) return base::fail(Errc::not_found, "group.no_service");
  if (!own) return base::fail(Errc::failed_precondition, "gradebook.other_service");
  // rule
  ENT_REFUSE(well_formed(input));
  if (!service->period.contains(input.date)) return base::invalid("/date", "gradebook.outside_service");
  Assessment made{{},
                  input.service_id,
                  group,
                  service->subject.empty() ? std::nullopt : std::optional(service->subject),
                  std::string(base::trim(input.name)),
                  input.date,
                  input.maximum,
                  input.coefficient,
                  input.part,
                  input.brought_to_scale,
                  input.formative,
                  input.pupils_from,
                  input.parents_from,
                  1,
                  base::trimmed(input.box_code),
                  input.minimum,
                  input.never_dropped,
                  input.own_share,
                  base::trimmed(input.type),
                  base::trimmed(input.statement),
                  {},
                  input.omitted};
  ENT_TRY(asked, named_members(unit, made, input.pupil_ids));
  ENT_REFUSE(box_holds(unit, made, "/box_code"));
  ENT_TRY(named, named_where_open(unit, made, std::move(asked)));
  // rows
  made.id = make_id<AssessmentId>(org.value, unit.take_numbers(granted, org.value, "assessment"));
  rows::insert(unit, granted, made);
  if (!named.empty()) {
    name_pupils(unit, granted, made.id, named);
    made.pupil_ids = NamedPupils(unit, made).people(made.id);
  }
  // event
  unit.publish(granted, "gradebook.assessment_was_added", made.id.value);
  return made;
}

/// What domains above have in the assessment goes to its new day with it.
std::optional<Error> lead(unit::WriteUnit& unit, const unit::Granted& granted, const Assessment& assessment, Date to) {
  for (const Follower follow : followers()) ENT_REFUSE(follow(unit, granted, assessment, to));
  return std::nullopt;
}

/// gradebook.change_assessment
Result<Assessment> change_assessment_(Write<Perm::assessment_write>& unit, const ChangeAssessment& input) {
  // facts
  const Standing facts(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(facts.target(input.id), no_assessment));
  ENT_REFUSE(facts.expect());
  // rule
  ENT_REFUSE(unit.expect_revision(facts.assessment->revision));
  ENT_REFUSE(well_formed(input));
  Assessment before = *facts.assessment;
  before.pupil_ids = NamedPupils(unit, before).people(before.id);
  Assessment after = changed(before, input);
  ENT_TRY(named, named_members(unit, after, input.pupil_ids.value_or(std::vector<PersonId>{})));
  if (input.pupil_ids) ENT_REFUSE(marked_are_named(unit, input.id, named));
  if (input.date && !facts.service->period.contains(after.date)) return base::invalid("/date", "gradebook.outside_service");
  ENT_REFUSE(marks_fit(unit, before, after));
  if (input.box_code || input.date) ENT_REFUSE(box_holds(unit, after, input.box_code ? "/box_code" : "/date"));
  ENT_REFUSE(may_count_otherwise(unit, before, after));
  // rows
  ++after.revision;
  rows::update(unit, granted, after);
  if (after.date != before.date) ENT_REFUSE(lead(unit, granted, before, after.date));
  if (input.pupil_ids) {
    name_pupils(unit, granted, input.id, named);
    after.pupil_ids = NamedPupils(unit, after).people(input.id);
  }
  // event
  unit.publish(granted, "gradebook.assessment_was_changed", input.id.value);
  return after;
}

/// gradebook.remove_assessment
Result<Done> remove_assessment_(Write<Perm::assessment_write>& unit, const OfAssessment& input) {
  // facts
  const Standing facts(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(facts.target(input.id), no_assessment));
  ENT_REFUSE(facts.expect());
  // rule
  ENT_REFUSE(unit.expect_revision(facts.assessment->revision));
  Assessment standing = *facts.assessment;
  standing.pupil_ids = NamedPupils(unit, standing).people(standing.id);
  ENT_REFUSE(may_be_removed(unit, standing));
  // rows
  rows::remove(unit, granted, input.id);
  // event
  unit.publish(granted, "gradebook.assessment_was_removed", input.id.value);
  return Done{};
}

/// gradebook.assessments
Result<Assessments> assessments_(Read<Perm::mark_read>& unit, const ListAssessments& input) {
  const auto group = group::find(unit, input.group_id);
  ENT_TRY(granted, unit.may(target_of(input.group_id, true), no_group));
  static_cast<void>(granted);
  if (!group) return base::fail(Errc::not_found, no_group);
  ENT_TRY(span, span_of(unit, OrgId{input.group_id.establishment()}, input.first_day, input.last_day, input.period_id));
  const bool all = unit.sees(Perm::mark_read, target_of(input.group_id, false)).has_value();
  Assessments found{rows::list(unit, input, span, all ? 0 : unit.actor().person, unit.today())};
  tell_pupils(unit, found.items);
  return found;
}

}  // namespace

extern constexpr Op op_add_assessment = op<&add_assessment_>("gradebook.add_assessment", "0.1");
extern constexpr Op op_change_assessment = op<&change_assessment_>("gradebook.change_assessment", "0.1");
extern constexpr Op op_remove_assessment = op<&remove_assessment_>("gradebook.remove_assessment", "0.1");
extern constexpr Op op_assessments = op<&assessments_>("gradebook.assessments", "0.1");

Result<Assessment> add_assessment(Session& session, const AddAssessment& input, const CallOptions& options) {
  return run<Assessment>(op_add_assessment, session, input, options);
}
Result<Assessment> change_assessment(Session& session, const ChangeAssessment& input, const CallOptions& options) {
  return run<Assessment>(op_change_assessment, session, input, options);
}
Result<Done> remove_assessment(Session& session, const OfAssessment& input, const CallOptions& options) {
  return run<Done>(op_remove_assessment, session, input, options);
}
Result<Assessments> assessments(Session& session, const ListAssessments& input, const CallOptions& options) {
  return run<Assessments>(op_assessments, session, input, options);
}

}  // namespace ent::gradebook
