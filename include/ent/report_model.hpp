/// Which parts reports have, and what stands in those that not every report has: projects, the end of a cycle.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/report_entry.hpp"

namespace ent::report {

/// Input of choose_model().
struct ChooseModel {
  OrgId org_id{};                            ///< An establishment.
  std::optional<std::string> model = {};     ///< A code of models(), but end_of_cycle; none: what the library would take.
  std::optional<std::string> level = {};     ///< For pupils of this level: 1 to 40 characters; or division_id. Neither: for all.
  std::optional<GroupId> division_id = {};   ///< For the pupils of this division.
  std::optional<Date> valid_from = {};       ///< For periods that begin then or later; default: today.
  std::optional<PeriodId> period_id = {};    ///< From this period on, in the place of valid_from.
};

/// Which model a school has chosen.
struct ModelChoice {
  std::optional<std::string> model{};    ///< Its code; none: what the library takes, from this day on again.
  std::optional<std::string> level{};    ///< For pupils of this level,
  std::optional<GroupId> division_id{};  ///< or of this division; neither: for all.
  Date valid_from{};                     ///< For periods that begin then or later.
};

/// Says which model the reports of a school have from a day on: of a division, or else of a level, or else of all. A period goes by
/// what holds on its first day, so that one that has begun never moves. Said again for the same day, it takes the place of what was said.
///
/// Permission: subject.manage on the establishment.
/// Errors: invalid_argument (report.no_model, text.too_short, text.too_long, gradebook.level_or_division, gradebook.days_or_period,
/// group.division_unknown), not_found (org.not_found, period.not_found), failed_precondition (gradebook.period_closed: a closed
/// period begins on this day or later). Since 0.1.
Result<ModelChoice> choose_model(Session& session, const ChooseModel& input, const CallOptions& options = {});

/// What a school has chosen.
struct ModelChoices {
  std::vector<ModelChoice> items{};  ///< For all, by level, by division; then by day.
};

/// Which models a school has chosen, those of earlier days and of days to come among them.
///
/// Permission: period.read on the establishment. Errors: not_found (org.not_found). Since 0.1.
Result<ModelChoices> model_choices(Session& session, const OfSchool& input, const CallOptions& options = {});

/// Input of set_projects().
struct SetProjects {
  PeriodId period_id{};             ///< The period.
  GroupId group_id{};               ///< A group that one teaches.
  std::vector<Project> items = {};  ///< At most 40, each code once; in the place of those that stood.
};

/// Projects of a group.
struct Projects {
  std::vector<Project> items{};  ///< By kind, then by name.
};

/// Says which projects a group takes part in: EPI, accompagnement personnalisé, parcours éducatifs. What was said of pupils in one that is
/// no longer there is shown no more.
///
/// Permission: report.subject_comment.write on the group.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, report.no_theme, report.two_subjects,
/// gradebook.other_period), not_found (group.not_found, period.not_found), failed_precondition (report.locked). Since 0.1.
Result<Projects> set_projects(Session& session, const SetProjects& input, const CallOptions& options = {});

/// Input of projects().
struct OfProjects {
  PeriodId period_id{};  ///< The period.
  GroupId group_id{};    ///< The group.
};

/// The projects of a group in a period.
///
/// Permission: report.read on the group. Errors: invalid_argument (gradebook.other_period), not_found (group.not_found,
/// period.not_found). Since 0.1.
Result<Projects> projects(Session& session, const OfProjects& input, const CallOptions& options = {});

/// Input of comment_project().
struct CommentProject {
  PeriodId period_id{};              ///< The period.
  GroupId group_id{};                ///< A group that one teaches.
  std::string code{};                ///< One of its projects.
  std::vector<GeneralItem> items{};  ///< At most 200, each pupil once; texts of at most 600 characters.
};

/// Writes what is said of pupils in a project, all or none.
///
/// Permission: report.subject_comment.write on the group.
/// Errors: invalid_argument (field.range, field.repeated, text.too_long, group.no_member, gradebook.other_period, report.no_project),
/// not_found (group.not_found, period.not_found), conflict (call.stale_revision), failed_precondition (report.locked). Since 0.1.
Result<Written> comment_project(Session& session, const CommentProject& input, const CallOptions& options = {});

/// The degree of a component.
struct ComponentItem {
  std::string code{};                      ///< Of the socle: "CPD_FRA".
  std::optional<std::int32_t> position{};  ///< 1 to 4; 0 exempt; none: what stood is taken back.
};

/// The end of a cycle of one pupil; what is left out stays as it is.
struct CycleItem {
  PersonId pupil_id{};                                 ///< A pupil of the division on the last day of the period.
  std::vector<ComponentItem> components = {};          ///< Each once.
  std::optional<std::string> synthesis = {};           ///< At most 1500 characters; empty: what stood is taken back.
  std::optional<std::string> complement = {};          ///< LCA, LCE, LCR, CHK, PRO, LSF or LVE; empty: what stood is taken back.
  std::optional<std::int32_t> complement_goal = {};    ///< With it: 1 reached, 2 exceeded.
  std::optional<std::string> regional_language = {};   ///< BAQ, BRE, CAT, COS, CPF, FUD, GAL, GSW, MEL, MOL, OCI, TAH or WLS; empty: as above.
  std::optional<std::int32_t> regional_language_goal = {};  ///< With it: 1 not reached, 2 reached.
};

/// Input of record_cycle().
struct RecordCycle {
  PeriodId period_id{};           ///< The last period of its year.
  GroupId division_id{};          ///< The division.
  std::vector<CycleItem> items{}; ///< At most 200, each pupil once.
};

/// Writes what the report of the end of a cycle says, all or none.
///
/// Permission: report.general_comment.write on the division.
/// Errors: invalid_argument (field.range, field.repeated, text.too_long, report.no_component, report.no_complement, report.no_language,
/// group.no_member, group.not_division, gradebook.other_period, report.no_cycle_end: the cycle of a pupil does not end with this period), not_found
/// (group.not_found, period.not_found), conflict (call.stale_revision), failed_precondition (report.locked). Since 0.1.
Result<Written> record_cycle(Session& session, const RecordCycle& input, const CallOptions& options = {});

}  // namespace ent::report
