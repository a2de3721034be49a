// Which model reports have, projects of groups, and the end of a cycle.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "gradebook/functions.hpp"
#include "org/functions.hpp"
#include "report/choices.hpp"
#include "report/describe.hpp"
#include "report/items.hpp"
#include "report/lint.hpp"
#include "report/model_rules.hpp"
#include "report/target.hpp"
#include "unit/op.hpp"

namespace ent::report {
namespace {

constexpr std::string_view no_school = "org.not_found";
constexpr std::array project_kinds{rows::Kind::project};
constexpr std::array cycle_kinds{rows::Kind::component, rows::Kind::cycle_synthesis, rows::Kind::complement,
                                 rows::Kind::regional_language};

ModelChoice choice_of(OrgId org, const rows::Choice& choice) {
  ModelChoice shown{base::unless_empty(choice.model), base::unless_empty(choice.level), {}, choice.valid_from};
  if (choice.division != 0) shown.division_id = make_id<GroupId>(org.value, choice.division);
  return shown;
}

/// The day from which on something is to hold: that on which the period begins, or the one that is told, or today.
Result<Date> begins_on(unit::Unit& unit, const ChooseModel& input) {
  if (!input.period_id) return input.valid_from.value_or(unit.today());
  const auto found = input.period_id->establishment() == input.org_id.value ? period::find(unit, *input.period_id) : std::nullopt;
  if (!found) return base::fail(Errc::not_found, no_period);
  return found->first_day;
}

bool is_division_of(unit::Unit& unit, OrgId org, GroupId id) {
  const auto found = group::placed(unit, org, std::vector{id});
  return !found.empty() && found.front().kind == group::Kind::division;
}

/// report.choose_model
Result<ModelChoice> choose_model_(Write<Perm::subject_manage>& unit, const ChooseModel& input) {
  // facts
  const auto school = org::find_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_school));
  if (!school || school->kind != org::Kind::establishment) return base::fail(Errc::not_found, no_school);
  // rule
  ENT_REFUSE(well_formed(input));
  if (input.division_id && !is_division_of(unit, input.org_id, *input.division_id))
    return base::invalid("/division_id", "group.division_unknown");
  ENT_TRY(from, begins_on(unit, input));
  ENT_REFUSE(gradebook::moves_no_closed_period(unit, input.org_id, from));
  const rows::Choice choice{input.division_id ? input.division_id->number() : 0, std::string(base::trim(input.level.value_or(""))), from,
                            input.model.value_or("")};
  // rows
  rows::put_choice(unit, granted, input.org_id, choice);
  // event
  unit.publish(granted, "report.model_was_chosen", input.org_id.value);
  return choice_of(input.org_id, choice);
}

/// report.model_choices
Result<ModelChoices> model_choices_(Read<Perm::period_read>& unit, const OfSchool& input) {
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_school));
  static_cast<void>(granted);
  if (!org::find_at(unit, input.org_id, unit.at())) return base::fail(Errc::not_found, no_school);
  ModelChoices choices;
  for (const rows::Choice& choice : rows::choices(unit, input.org_id)) choices.items.push_back(choice_of(input.org_id, choice));
  return choices;
}

/// report.set_projects
Result<Projects> set_projects_(Write<Perm::report_subject_comment_write>& unit, const SetProjects& input) {
  // facts
  const Place place(unit, input.period_id, input.group_id);
  // guard
  ENT_TRY(granted, unit.may(taught_to(input.group_id), no_group));
  ENT_REFUSE(place.expect());
  // rule
  ENT_REFUSE(well_formed(input));
  if (all_locked(sittings(unit, place))) return base::fail(Errc::failed_precondition, "report.locked");
  Projects projects{tidy(input.items)};
  // rows
  rows::put_projects(unit, granted, input.period_id, input.group_id, projects.items);
  // event
  unit.publish(granted, "report.was_commented", input.period_id.value);
  return projects;
}

/// report.projects
Result<Projects> projects_(Read<Perm::report_read>& unit, const OfProjects& input) {
  const Place place(unit, input.period_id, input.group_id);
  ENT_TRY(granted, unit.may(target_of(input.group_id), no_group));
  static_cast<void>(granted);
  ENT_REFUSE(place.expect());
  Projects projects;
  const std::int64_t group = input.group_id.number();
  for (rows::ProjectOf& one : rows::projects(unit, input.period_id, std::span(&group, 1))) projects.items.push_back(std::move(one.project));
  return projects;
}

/// report.comment_project
Result<Written> comment_project_(Write<Perm::report_subject_comment_write>& unit, const CommentProject& input) {
  // facts
  const Place place(unit, input.period_id, input.group_id);
  // guard
  ENT_TRY(granted, unit.may(taught_to(input.group_id), no_group));
  ENT_REFUSE(place.expect());
  // rule
  ENT_REFUSE(well_formed(input));
  const std::int64_t group = input.group_id.number();
  const std::string code(base::trim(input.code));
  const auto there = rows::projects(unit, input.period_id, std::span(&group, 1));
  const bool known = std::ranges::any_of(there, [&](const rows::ProjectOf& one) { return one.project.code == code; });
  if (!known) return base::invalid("/code", "report.no_project");
  ENT_TRY(items, items_of(unit, place, input.period_id, input.items, project_kinds));
  std::vector<Advice> advice;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const GeneralItem& item = input.items[i];
    items.changes.say_text(items.members[i], rows::Kind::project, rows::project_item(group, code), base::trim(item.text));
    for (Finding& finding : advice_on(item.text)) advice.push_back({item.pupil_id, finding.kind, std::move(finding.words)});
  }
  // rows and event
  ENT_TRY(written, write_commented(unit, granted, input.period_id, items));
  written.advice = std::move(advice);
  return written;
}

/// A code and its goal; an empty one takes back.
void say_goal(Changes& changes, std::int64_t member, rows::Kind kind, const std::optional<std::string>& code,
              const std::optional<std::int32_t>& goal) {
  if (!code) return;
  if (code->empty()) changes.take_back(member, kind, {});
  else changes.say(member, kind, {}, goal.value_or(0), *code);
}

void say_cycle(Changes& changes, std::int64_t member, const CycleItem& item) {
  for (const ComponentItem& component : item.components) {
    if (component.position) changes.say(member, rows::Kind::component, component.code, *component.position, {});
    else changes.take_back(member, rows::Kind::component, component.code);
  }
  if (item.synthesis) changes.say_text(member, rows::Kind::cycle_synthesis, {}, base::trim(*item.synthesis));
  say_goal(changes, member, rows::Kind::complement, item.complement, item.complement_goal);
  say_goal(changes, member, rows::Kind::regional_language, item.regional_language, item.regional_language_goal);
}

/// Refused by their place whose cycle does not end with this period.
std::optional<Error> ends_for_all(const Place& place, const Items& items) {
  base::Fields fields;
  for (std::size_t i = 0; i < items.members.size(); ++i) {
    const auto one = std::ranges::find(items.sitting, items.members[i], [](const Sitting& sitting) { return sitting.pupil.member; });
    const bool ends = one != items.sitting.end() && cycle_that_ends(one->pupil.level) != 0;
    fields.refuse_if(!ends || !is_last_of_year(*place.period, place.schemes), "/items/" + std::to_string(i) + "/pupil_id", "report.no_cycle_end");
  }
  return fields.error();
}

/// report.record_cycle
Result<Written> record_cycle_(Write<Perm::report_general_comment_write>& unit, const RecordCycle& input) {
  // facts
  const Place place(unit, input.period_id, input.division_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.division_id), no_group));
  ENT_REFUSE(place.expect_division());
  // rule
  ENT_REFUSE(well_formed(input));
  ENT_TRY(items, items_of(unit, place, input.period_id, input.items, cycle_kinds));
  ENT_REFUSE(ends_for_all(place, items));
  for (std::size_t i = 0; i < input.items.size(); ++i) say_cycle(items.changes, items.members[i], input.items[i]);
  // rows and event
  return write_commented(unit, granted, input.period_id, items);
}

}  // namespace

extern constexpr Op op_choose_model = op<&choose_model_>("report.choose_model", "0.1");
extern constexpr Op op_model_choices = op<&model_choices_>("report.model_choices", "0.1");
extern constexpr Op op_set_projects = op<&set_projects_>("report.set_projects", "0.1");
extern constexpr Op op_projects = op<&projects_>("report.projects", "0.1");
extern constexpr Op op_comment_project = op<&comment_project_>("report.comment_project", "0.1");
extern constexpr Op op_record_cycle = op<&record_cycle_>("report.record_cycle", "0.1");

Result<ModelChoice> choose_model(Session& session, const ChooseModel& input, const CallOptions& options) {
  return run<ModelChoice>(op_choose_model, session, input, options);
}
Result<ModelChoices> model_choices(Session& session, const OfSchool& input, const CallOptions& options) {
  return run<ModelChoices>(op_model_choices, session, input, options);
}
Result<Projects> set_projects(Session& session, const SetProjects& input, const CallOptions& options) {
  return run<Projects>(op_set_projects, session, input, options);
}
Result<Projects> projects(Session& session, const OfProjects& input, const CallOptions& options) {
  return run<Projects>(op_projects, session, input, options);
}
Result<Written> comment_project(Session& session, const CommentProject& input, const CallOptions& options) {
  return run<Written>(op_comment_project, session, input, options);
}
Result<Written> record_cycle(Session& session, const RecordCycle& input, const CallOptions& options) {
  return run<Written>(op_record_cycle, session, input, options);
}

}  // namespace ent::report
