/// The grade book: assessments, marks and averages.
///
/// A mark is an exact decimal number or a kind without number, never 0 for nothing. Averages are not stored: each answer works
/// them out, exactly, by a policy that has a name (docs/gradebook-policies.md), and says what became of each mark.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/decimal.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::gradebook {

/// What stands where a mark might stand.
enum class MarkKind : std::int32_t {
  number = 1,              ///< A mark.
  absent = 2,              ///< Absent: left out.
  exempt = 3,              ///< Dispensé: left out.
  unfit = 4,               ///< Inapte: left out.
  not_graded = 5,          ///< Non noté: left out.
  not_handed_in = 6,       ///< Non rendu: left out.
  absent_zero = 7,         ///< Absent, counted 0.
  not_handed_in_zero = 8,  ///< Non rendu, counted 0.
  congratulations = 9,     ///< Félicitations, in the place of a mark: left out.
  not_entered = 10,        ///< Nothing was entered.
};

/// In which part a mark stands in its average.
enum class Part : std::int32_t {
  ordinary = 1,  ///< It counts.
  bonus = 2,     ///< Only its points above half of the scale count, and only for the pupil.
  optional = 3,  ///< It counts where it raises the average.
};

/// What was asked of a group on a day, and how it counts.
struct Assessment {
  AssessmentId id{};                          ///< Carries its establishment.
  ServiceId service_id{};                     ///< Whose, of what, to whom.
  GroupId group_id{};                         ///< The group of the service.
  std::optional<std::string> subject_code{};  ///< The subject of the service.
  std::string name{};                         ///< As families read it.
  Date date{};                                ///< On which day; it decides the period too.
  Decimal maximum{};                          ///< The scale: marks go from 0 to it.
  Decimal coefficient{};                      ///< What it weighs; 0: nothing.
  Part part{};                                ///< In which part it stands.
  bool brought_to_scale{};                    ///< Ramené sur 20: its scale does not touch its coefficient.
  bool formative{};                           ///< It never counts.
  std::optional<Date> pupils_from{};          ///< First day on which pupils see their marks; none: not published.
  std::optional<Date> parents_from{};         ///< First day on which parents do; none: not published.
  std::int64_t revision{};                    ///< Counts changes of the assessment and of its marks.
};

/// Input of add_assessment().
struct AddAssessment {
  ServiceId service_id{};                ///< One's own service, or that of a colleague who teaches the same subject to the group.
  std::string name{};                    ///< 1 to 200 characters.
  Date date{};                           ///< Within the service.
  Decimal maximum = 20;                  ///< Above 0, at most 1000; at most two decimals.
  Decimal coefficient = 1;               ///< 0 to 100; at most two decimals.
  Part part = Part::ordinary;            ///< In which part it stands.
  bool brought_to_scale = true;          ///< Ramené sur 20: its scale does not touch its coefficient.
  bool formative = false;                ///< It never counts.
  std::optional<Date> pupils_from = {};  ///< First day on which pupils see their marks; default: not before it is said.
  std::optional<Date> parents_from = {}; ///< Likewise for parents.
};

/// Adds an assessment to a service.
///
/// Permission: assessment.write on the group of the service.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, gradebook.too_many_decimals,
/// gradebook.outside_service: the service does not hold on this day), not_found (group.no_service), failed_precondition
/// (gradebook.other_service: the actor does not teach this subject to the group, gradebook.period_closed). Since 0.1.
Result<Assessment> add_assessment(Session& session, const AddAssessment& input, const CallOptions& options = {});

/// Input of change_assessment(): what is left out stays as it is.
struct ChangeAssessment {
  AssessmentId id{};                             ///< The assessment.
  std::optional<std::string> name{};             ///< 1 to 200 characters.
  std::optional<Date> date{};                    ///< Within the service.
  std::optional<Decimal> maximum{};              ///< Not below a mark that stands.
  std::optional<Decimal> coefficient{};          ///< 0 to 100.
  std::optional<Part> part{};                    ///< In which part it stands.
  std::optional<bool> brought_to_scale{};        ///< Ramené sur 20.
  std::optional<bool> formative{};               ///< It never counts.
  std::optional<Date> pupils_from{};             ///< First day on which pupils see their marks.
  std::optional<Date> parents_from{};            ///< Likewise for parents.
};

/// Changes an assessment. Marks stay as they are: of a new scale they keep their numbers. Of a closed period only the name and
/// the days of publication may still be changed.
///
/// Permission: assessment.write on the group of the service.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, gradebook.too_many_decimals,
/// gradebook.outside_service, gradebook.mark_above: a mark is above the new maximum), not_found
/// (gradebook.no_assessment), failed_precondition (gradebook.other_service, gradebook.period_closed). Since 0.1.
Result<Assessment> change_assessment(Session& session, const ChangeAssessment& input, const CallOptions& options = {});

/// Input of what is about one assessment.
struct OfAssessment {
  AssessmentId id{};  ///< The assessment.
};

/// Takes an assessment away: it and its marks are shown and counted no more. The rows stay.
///
/// Permission: assessment.write on the group of the service. Errors: not_found (gradebook.no_assessment),
/// failed_precondition (gradebook.other_service, gradebook.period_closed). Since 0.1.
Result<Done> remove_assessment(Session& session, const OfAssessment& input, const CallOptions& options = {});

/// Input of assessments().
struct ListAssessments {
  GroupId group_id{};                           ///< The group.
  std::optional<Date> first_day{};              ///< First day; or period_id.
  std::optional<Date> last_day{};               ///< Last day; at most 400 days.
  std::optional<std::string> subject_code = {}; ///< Only of this subject.
  std::optional<PeriodId> period_id = {};       ///< The days of this period, in the place of a first and a last one.
};

/// Assessments.
struct Assessments {
  std::vector<Assessment> items{};  ///< By day, then in the order in which they were added.
};

/// The assessments of a group in a span of days: of all subjects for those who may read all marks of the group, of
/// their own subjects for its other teachers.
///
/// Permission: mark.read on the group. Errors: invalid_argument (period.empty, field.range, gradebook.days_or_period), not_found
/// (group.not_found, period.not_found). Since 0.1.
Result<Assessments> assessments(Session& session, const ListAssessments& input, const CallOptions& options = {});

/// What is entered for one pupil. A number, or a kind; neither: what stood is taken away.
struct Entry {
  PersonId pupil_id{};                      ///< A pupil of the group on the day of the assessment.
  std::optional<Decimal> value = {};        ///< 0 to the maximum, at most two decimals: "14,5" and "14.5" are one.
  std::optional<MarkKind> kind = {};        ///< Without a value; `number` is said by the value alone.
  std::optional<std::string> comment = {};  ///< For the family: at most 300 characters.
};

/// Input of enter_marks().
struct EnterMarks {
  AssessmentId id{};           ///< The assessment.
  std::vector<Entry> items{};  ///< At most 200, each pupil once. Others stay as they are.
};

/// What became of a grid.
struct Entered {
  std::int32_t changed{};    ///< Marks that were set, corrected or taken away.
  std::int32_t unchanged{};  ///< Entries that say what stood already.
  std::int64_t revision{};   ///< Of the assessment.
};

/// Enters the marks of an assessment, all or none. What stood before is kept (history()).
///
/// Permission: mark.write on the group of the service, for a service of one's own.
/// Errors: invalid_argument (field.range, field.repeated, gradebook.too_many_decimals, gradebook.above_maximum,
/// gradebook.value_and_kind, text.too_long, group.no_member), not_found (gradebook.no_assessment), conflict
/// (call.stale_revision), failed_precondition (gradebook.period_closed: for a pupil whose mark would change). Since 0.1.
Result<Entered> enter_marks(Session& session, const EnterMarks& input, const CallOptions& options = {});

/// What stands for one pupil.
struct Mark {
  person::Card pupil{};                 ///< Who.
  MarkKind kind{};                      ///< What stands.
  std::optional<Decimal> value{};       ///< Of `number`.
  std::optional<std::string> comment{}; ///< For the family.
};

/// The marks of an assessment.
struct Sheet {
  std::vector<Mark> items{};  ///< One for each pupil of the group on its day, by name.
  Assessment assessment{};    ///< Of what.
};

/// The marks of an assessment.
///
/// Permission: mark.read on the group. Errors: not_found (gradebook.no_assessment). Since 0.1.
Result<Sheet> marks(Session& session, const OfAssessment& input, const CallOptions& options = {});

/// Input of history().
struct OfMark {
  AssessmentId id{};    ///< The assessment.
  PersonId pupil_id{};  ///< The pupil.
};

/// What stood for a time.
struct Version {
  MarkKind kind{};                       ///< What stood; not_entered: it was taken away.
  std::optional<Decimal> value{};        ///< Of `number`.
  std::optional<std::string> comment{};  ///< For the family.
  Instant at{};                          ///< Since when.
  person::Card author{};                 ///< Who entered it.
};

/// What has stood.
struct Versions {
  std::vector<Version> items{};  ///< The last one, which stands, first.
};

/// What has stood for a pupil in an assessment: who entered it, and when.
///
/// Permission: mark.read on the group. Errors: not_found (gradebook.no_assessment, person.not_found). Since 0.1.
Result<Versions> history(Session& session, const OfMark& input, const CallOptions& options = {});

/// Input of what is about one pupil.
struct OfPupil {
  OrgId org_id{};                          ///< The establishment.
  PersonId pupil_id{};                     ///< The pupil.
  std::optional<Date> first_day{};         ///< First day; or period_id.
  std::optional<Date> last_day{};          ///< Last day; at most 400 days.
  std::optional<PeriodId> period_id = {};  ///< The days of this period, in the place of a first and a last one.
};

/// One mark of a pupil.
struct PupilMark {
  Assessment assessment{};               ///< Of what.
  MarkKind kind{};                       ///< What stands.
  std::optional<Decimal> value{};        ///< Of `number`.
  std::optional<std::string> comment{};  ///< For the family.
};

/// The marks of a pupil.
struct PupilMarks {
  std::vector<PupilMark> items{};  ///< The latest first. Assessments in which nothing was entered are left out.
};

/// The marks of a pupil in a span of days, as far as they are published to those who ask; teachers who are not the
/// class's main teacher see those of their own subjects.
///
/// Permission: mark.read on the pupil. Errors: invalid_argument (period.empty, field.range, gradebook.days_or_period), not_found
/// (person.not_found, period.not_found). Since 0.1.
Result<PupilMarks> of_pupil(Session& session, const OfPupil& input, const CallOptions& options = {});

/// What became of a mark in an average.
enum class Fate : std::int32_t {
  counted = 1,           ///< It counts.
  counted_as_zero = 2,   ///< It counts as 0.
  added = 3,             ///< A bonus: it adds points, and weighs nothing.
  left_out = 4,          ///< A kind without number.
  not_entered = 5,       ///< Nothing stands.
  formative = 6,         ///< It never counts.
  weightless = 7,        ///< Its coefficient is 0.
  bonus_too_low = 8,     ///< A bonus that is not above half.
  would_not_raise = 9,   ///< Optional, and no gain.
  nothing_to_raise = 10, ///< Optional, without an ordinary mark beside it.
  dropped = 11,          ///< Set aside by the rules of the policy.
};

/// A mark in an average.
struct Line {
  AssessmentId assessment_id{};         ///< Of which assessment.
  Fate fate{};                          ///< What became of it.
  std::optional<Decimal> brought{};     ///< Its value on the scale of the average, to six decimals.
  std::optional<Decimal> weight{};      ///< What it weighs, to six decimals.
  std::optional<Decimal> influence{};   ///< The average less what it would be without it, to six decimals.
};

/// How a subject counts in the general average.
enum class SubjectMode : std::int32_t {
  ordinary = 1,   ///< With its coefficient.
  from_half = 2,  ///< Only where its average is half of the scale or more.
  bonus = 3,      ///< Coefficient × points above half, above the line only.
};

/// The average of a pupil in a subject.
struct SubjectAverage {
  std::optional<std::string> subject_code{};  ///< The subject; none in the first degree: all.
  std::optional<Decimal> average{};           ///< Rounded as the policy says; none: there is no mark that counts.
  Decimal coefficient{};                      ///< What the subject weighs in the general average.
  std::vector<Line> lines{};                  ///< Its marks, by day.
  SubjectMode mode{};                         ///< How it counts there.
};

/// The averages of a pupil.
struct Averages {
  std::vector<SubjectAverage> items{};  ///< By subject.
  std::optional<Decimal> general{};     ///< Over the subjects; none: no subject has an average.
  std::string policy{};                 ///< By what they are made: "fr-exact", or "pronote; step 0.5".
};

/// The averages of a pupil over a span of days, and what became of each mark. Families see those that their published marks
/// make.
///
/// Permission: mark.read on the pupil. Errors: invalid_argument (period.empty, field.range, gradebook.days_or_period), not_found
/// (person.not_found, period.not_found). Since 0.1.
Result<Averages> averages(Session& session, const OfPupil& input, const CallOptions& options = {});

/// Input of what is about a group.
struct OfGroup {
  GroupId group_id{};                           ///< The group.
  std::optional<Date> first_day{};              ///< First day; or period_id.
  std::optional<Date> last_day{};               ///< Last day; at most 400 days.
  std::optional<std::string> subject_code = {}; ///< Only this subject.
  std::optional<PeriodId> period_id = {};       ///< The days of this period, in the place of a first and a last one.
};

/// What a group looks like in a subject.
struct GroupSubject {
  std::optional<std::string> subject_code{};  ///< The subject.
  std::int32_t pupils{};                      ///< Pupils of the group.
  std::int32_t marked{};                      ///< Those with an average.
  std::optional<Decimal> mean{};              ///< The mean of their averages.
  std::optional<Decimal> minimum{};           ///< The lowest.
  std::optional<Decimal> median{};            ///< The middle one.
  std::optional<Decimal> maximum{};           ///< The highest.
  std::optional<Decimal> lower_quartile{};    ///< The smallest that a quarter of the averages do not exceed.
  std::optional<Decimal> upper_quartile{};    ///< The smallest that three quarters do not exceed.
  std::vector<std::int32_t> bands{};          ///< How many are under 5, 8, 10, 12, 15, and from 15, of 20.
};

/// What a group looks like.
struct GroupAverages {
  std::vector<GroupSubject> items{};      ///< By subject.
  std::string policy{};                   ///< By what they are made.
  std::optional<GroupSubject> general{};  ///< The general averages; told to those who may read all subjects, when all are asked.
};

/// The averages of a group over a span of days, subject by subject, over its pupils of the last day.
///
/// Permission: mark.read on the group. Errors: invalid_argument (period.empty, field.range, gradebook.days_or_period), not_found
/// (group.not_found, period.not_found). Since 0.1.
Result<GroupAverages> group_averages(Session& session, const OfGroup& input, const CallOptions& options = {});

/// What may still be done in a period.
enum class PeriodState : std::int32_t {
  open = 1,       ///< Assessments and marks are entered.
  council = 2,    ///< The class council sits: marks are closed, comments are not.
  locked = 3,     ///< Nothing is entered any more.
  published = 4,  ///< Its report is out.
};

/// Input of set_period_state().
struct SetPeriodState {
  PeriodId period_id{};                ///< The period.
  PeriodState state{};                 ///< What it becomes.
  std::vector<GroupId> group_ids{};    ///< 1 to 200 groups of the period's year; divisions must go by the period.
  std::optional<std::string> reason{}; ///< 1 to 300 characters; required where a group goes back to an earlier state.
};

/// The state of a period for a group.
struct GroupState {
  GroupId group_id{};                    ///< The group.
  std::string group_name{};              ///< Its name.
  PeriodState state{};                   ///< What was set.
  std::optional<std::string> reason{};   ///< Why, as far as it was said.
  Instant at{};                          ///< When.
  std::optional<person::Card> author{};  ///< By whom; told to those who may set it.
};

/// States of a period.
struct GroupStates {
  std::vector<GroupState> items{};  ///< By name of the group, then the last one first.
};

/// Opens, closes, locks or publishes a period for groups, all or none. Nothing is said of a group: it is open. A pupil's mark
/// is open where both the group of the assessment and the pupil's division are. A group that is in the state already stays as
/// it is.
///
/// Permission: period.manage on the establishment of the period.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, group.not_found, gradebook.other_period,
/// gradebook.reason_missing), not_found (period.not_found), failed_precondition (gradebook.not_locked: only what is locked is
/// published). Since 0.1.
Result<GroupStates> set_period_state(Session& session, const SetPeriodState& input, const CallOptions& options = {});

/// Input of period_states().
struct OfPeriod {
  PeriodId period_id{};                  ///< The period.
  std::optional<GroupId> group_id = {};  ///< Only this group.
  bool history = false;                  ///< What was set before too.
};

/// The states of a period, group by group; groups of which nothing was set are left out: they are open.
///
/// Permission: period.read on the establishment of the period. Errors: not_found (period.not_found). Since 0.1.
Result<GroupStates> period_states(Session& session, const OfPeriod& input, const CallOptions& options = {});

/// Input of reopen().
struct Reopen {
  PeriodId period_id{};             ///< A period that is not published for the group.
  GroupId group_id{};               ///< A division: for its pupils, whatever the group; another group: for all of its pupils.
  PersonId teacher_id{};            ///< For whom; known in the establishment.
  Date last_day{};                  ///< Last day on which they may; before first_day: what was reopened is closed again.
  std::string reason{};             ///< 1 to 300 characters.
  std::optional<Date> first_day{};  ///< First day; default: today. At most 31 days.
};

/// An exceptional reopening.
struct Reopening {
  GroupId group_id{};       ///< The group.
  std::string group_name{}; ///< Its name.
  person::Card teacher{};   ///< For whom.
  Date first_day{};         ///< First day.
  Date last_day{};          ///< Last day.
  std::string reason{};     ///< Why.
  Instant at{};             ///< When it was said.
  person::Card author{};    ///< By whom.
};

/// Exceptional reopenings.
struct Reopenings {
  std::vector<Reopening> items{};  ///< By name of the group, then the last one first.
};

/// Lets one teacher enter marks for one group for some days although the period is closed. For the same period, group and
/// teacher the last one that was said holds.
///
/// Permission: mark.unlock on the group.
/// Errors: invalid_argument (field.range, text.too_short, text.too_long, gradebook.other_period, person.not_found), not_found
/// (group.not_found, period.not_found), failed_precondition (gradebook.period_published). Since 0.1.
Result<Reopening> reopen(Session& session, const Reopen& input, const CallOptions& options = {});

/// All reopenings of a period that were ever said.
///
/// Permission: mark.read on the establishment of the period. Errors: not_found (period.not_found). Since 0.1.
Result<Reopenings> reopenings(Session& session, const OfPeriod& input, const CallOptions& options = {});

/// How an average is rounded to a step.
enum class RoundingRule : std::int32_t {
  nearest = 1,  ///< To the nearer one; from the middle away from zero.
  up = 2,       ///< To the next one above.
  down = 3,     ///< To the next one below.
};

/// What counts where nothing was entered.
enum class MissingRule : std::int32_t {
  left_out = 1,  ///< Nothing.
  zero = 2,      ///< 0, from the day of the assessment on.
};

/// Input of set_policy().
struct SetPolicy {
  OrgId org_id{};                          ///< A unit; it holds in those below it that say nothing themselves.
  std::string policy{};                    ///< A preset: "fr-exact", "gepi", "pronote", ...; see docs/gradebook-policies.md.
  std::optional<Date> valid_from{};        ///< For all spans of days that begin then or later; default: today.
  std::optional<PeriodId> period_id{};     ///< From this period of the unit on, in the place of valid_from.
  std::optional<std::string> level{};      ///< For pupils of this level; default: of all of which nothing else is said.
  std::optional<Decimal> step{};           ///< Averages are rounded to 0.01, 0.05, 0.1, 0.25, 0.5 or 1; default: as the preset does.
  std::optional<RoundingRule> rounding{};  ///< In which direction; default: as the preset does.
  std::optional<MissingRule> missing{};    ///< Default: as the preset does.
  std::optional<Decimal> best_more{};      ///< Added to the coefficient of the best mark: 0 to 100.
  std::optional<Decimal> best_times{};     ///< What the coefficient of the best mark is multiplied by: 0 to 100.
  std::optional<Decimal> worst_times{};    ///< The same for the worst mark.
};

/// How averages are made.
struct PolicyView {
  std::string policy{};                 ///< The preset.
  std::string text{};                   ///< The preset and what is set otherwise, as averages tell it.
  std::optional<OrgId> org_id{};        ///< The unit that says so; none: nobody says anything.
  std::optional<std::string> level{};   ///< The level of which it says so.
  std::optional<Date> valid_from{};     ///< Since when.
  Decimal scale{};                      ///< What marks are brought to.
  Decimal step{};                       ///< What averages are rounded to.
  MissingRule missing{};                ///< What counts where nothing was entered.
  Decimal best_more{};                  ///< Added to the coefficient of the best mark.
  Decimal best_times{};                 ///< What the coefficient of the best mark is multiplied by.
  Decimal worst_times{};                ///< The same for the worst mark.
};

/// Says how averages are made in a unit from a day on. A span of days goes by what holds on its first day, so that a period that
/// has begun never moves. Said again for the same level and day, it takes the place of what was said.
///
/// Permission: subject.manage on the unit.
/// Errors: invalid_argument (gradebook.no_policy, field.range, gradebook.too_many_decimals, text.too_short, text.too_long,
/// gradebook.days_or_period, gradebook.already_past: above the establishments, from a day before today on), not_found
/// (org.not_found, period.not_found), failed_precondition (gradebook.period_closed: a closed period begins on this day or later).
/// Since 0.1.
Result<PolicyView> set_policy(Session& session, const SetPolicy& input, const CallOptions& options = {});

/// Input of policy().
struct OfLevel {
  OrgId org_id{};                        ///< The unit.
  std::optional<std::string> level = {}; ///< For pupils of this level.
};

/// How averages are made of what begins on the session's date: as the nearest unit says, or else by fr-exact.
///
/// Permission: subject.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<PolicyView> policy(Session& session, const OfLevel& input, const CallOptions& options = {});

/// What a subject weighs in the general average.
struct Coefficient {
  std::string subject_code{};                ///< The subject; 1 to 40 characters.
  Decimal coefficient{};                     ///< 0 to 100, at most two decimals.
  SubjectMode mode = SubjectMode::ordinary;  ///< How it counts.
};

/// Input of set_coefficients().
struct SetCoefficients {
  OrgId org_id{};                        ///< An establishment.
  std::vector<Coefficient> items = {};   ///< At most 100, each subject once; of the others nothing is said.
  std::optional<Date> valid_from{};      ///< For all spans of days that begin then or later; default: today.
  std::optional<PeriodId> period_id{};   ///< From this period on, in the place of valid_from.
  std::optional<std::string> level{};    ///< For pupils of this level.
  std::optional<GroupId> division_id{};  ///< For the pupils of this division. Neither: for all.
};

/// A coefficient, and of whom it is said.
struct CoefficientView {
  std::string subject_code{};            ///< The subject.
  Decimal coefficient{};                 ///< What it weighs.
  SubjectMode mode{};                    ///< How it counts.
  std::optional<GroupId> division_id{};  ///< It is said of this division,
  std::optional<std::string> level{};    ///< or of this level; neither: of all.
  Date valid_from{};                     ///< Since when.
};

/// Coefficients.
struct Coefficients {
  std::vector<CoefficientView> items{};  ///< By subject; one that is not there weighs 1.
};

/// Says what subjects weigh from a day on, in the place of all that was said of the same division, level or of all. A
/// pupil's subject weighs what is said of the division, or else of the level, or else of all, or else 1.
///
/// Permission: subject.manage on the establishment.
/// Errors: invalid_argument (field.range, field.repeated, gradebook.too_many_decimals, text.too_short, text.too_long,
/// group.division_unknown, gradebook.days_or_period, gradebook.level_or_division), not_found (org.not_found, period.not_found),
/// failed_precondition (gradebook.period_closed: a closed period begins on this day or later). Since 0.1.
Result<Coefficients> set_coefficients(Session& session, const SetCoefficients& input, const CallOptions& options = {});

/// Input of coefficients().
struct OfCoefficients {
  OrgId org_id{};                             ///< The establishment.
  std::optional<GroupId> division_id = {};    ///< As they hold for pupils of this division
  std::optional<std::string> level = {};      ///< and of this level; default: the one of the division.
};

/// What subjects weigh in what begins on the session's date.
///
/// Permission: subject.read on the establishment. Errors: invalid_argument (group.division_unknown), not_found
/// (org.not_found). Since 0.1.
Result<Coefficients> coefficients(Session& session, const OfCoefficients& input, const CallOptions& options = {});

}  // namespace ent::gradebook
