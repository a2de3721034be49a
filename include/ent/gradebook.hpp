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
#include "ent/gradebook_adjustment.hpp"
#include "ent/gradebook_annotation.hpp"
#include "ent/gradebook_boxes.hpp"
#include "ent/gradebook_categories.hpp"
#include "ent/gradebook_kinds.hpp"
#include "ent/gradebook_letters.hpp"
#include "ent/gradebook_rules.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::gradebook {

/// What was asked of a group on a day, and how it counts.
struct Assessment {
  AssessmentId id{};                          ///< Carries its establishment.
  ServiceId service_id{};                     ///< Whose, of what, to whom.
  GroupId group_id{};                         ///< The group of the service.
  std::optional<std::string> subject_code{};  ///< The subject of the service.
  std::string name{};                         ///< As families read it.
  Date date{};                                ///< On which day; it decides the period too.
  Decimal maximum{};                          ///< The scale: marks go from the minimum to it.
  Decimal coefficient{};                      ///< What it weighs; 0: nothing.
  Part part{};                                ///< In which part it stands.
  bool brought_to_scale{};                    ///< Ramené sur 20: its scale does not touch its coefficient.
  bool formative{};                           ///< It never counts.
  std::optional<Date> pupils_from{};          ///< First day on which pupils see their marks; none: not published.
  std::optional<Date> parents_from{};         ///< First day on which parents do; none: not published.
  std::int64_t revision{};                    ///< Counts changes of the assessment and of its marks.
  std::optional<std::string> box_code{};      ///< The box in which it stands; none: the subject itself.
  Decimal minimum{};                          ///< The lowest mark of its scale.
  bool never_dropped{};                       ///< It counts whatever its box sets aside.
  std::optional<Decimal> own_share{};         ///< Its part of its box, of 1, where that is a sum of points; none: by its maximum.
  std::optional<std::string> type{};          ///< What the school calls it: "devoir maison", "oral".
  std::optional<std::string> statement{};     ///< Where what was asked is kept (énoncé): a link, or a key of the host's own files.
  std::vector<PersonId> pupil_ids{};          ///< Of an assessment of some pupils: who, by name; empty: of all. Not told with the marks of one pupil.
  bool omitted{};                             ///< It is left out of averages, though it is not formative.
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
  std::optional<std::string> box_code = {}; ///< A box of the subject that holds on its day; default: the subject itself.
  Decimal minimum = 0;                   ///< The lowest mark of its scale: -1000 or more, below the maximum; at most two decimals.
  bool never_dropped = false;            ///< It counts whatever its box sets aside.
  std::optional<Decimal> own_share = {};     ///< 0 to 1: its part of its box, where that is a sum of points; default: by its maximum.
  std::optional<std::string> type = {};      ///< At most 60 characters; empty: none.
  std::optional<std::string> statement = {}; ///< At most 500 characters; empty: none. It is not read, and told to whoever reads the assessment.
  std::vector<PersonId> pupil_ids = {};      ///< At most 200 pupils who are in the group on the day, each once; default: all who are.
  bool omitted = false;                      ///< It is left out of averages, though it is not formative.
};

/// Adds an assessment to a service. Where the period is closed for some of those whom it would be about, it is about the others (`pupil_ids`).
///
/// Permission: assessment.write on the group of the service.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, gradebook.too_many_decimals,
/// gradebook.outside_service: the service does not hold on this day, gradebook.no_box, field.repeated, group.no_member,
/// gradebook.period_closed: for who is named), not_found (group.no_service), failed_precondition
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
  std::optional<std::string> box_code{};         ///< A box that holds on its day; the empty text: the subject itself.
  std::optional<Decimal> minimum{};              ///< Not above a mark that stands.
  std::optional<bool> never_dropped{};           ///< It counts whatever its box sets aside.
  std::optional<Decimal> own_share{};            ///< 0 to 1: its part of its box.
  bool by_maximum = false;                       ///< Takes its own share away: its part of its box is by its maximum again.
  std::optional<std::string> type{};             ///< At most 60 characters; empty: none.
  std::optional<std::string> statement{};        ///< At most 500 characters; empty: none.
  bool hidden = false;                           ///< Takes both days of publication away, before those that are given here.
  std::optional<std::vector<PersonId>> pupil_ids{};  ///< Instead of those who were named, among them all who have a mark; empty: the whole group.
  std::optional<bool> omitted{};                     ///< Left out of averages, or counted again.
};

/// Changes an assessment. Marks stay as they are: of a new scale they keep their numbers. What skills are evaluated in it goes to its new day
/// with it. Where the period is closed for somebody who has a part in it, only name, type, statement and days of publication may be changed.
///
/// Permission: assessment.write on the group of the service.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, gradebook.too_many_decimals,
/// gradebook.outside_service, gradebook.mark_above: a mark is above the new maximum, gradebook.mark_below: or below the new minimum,
/// gradebook.no_box: on its day there is no such box, gradebook.share_or_maximum, field.repeated, group.no_member, gradebook.marked: who has a
/// mark is not named, skill.no_item: an item that is evaluated in it does not hold on its day), not_found (gradebook.no_assessment), failed_precondition
/// (gradebook.other_service, gradebook.period_closed). Since 0.1.
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

/// What is entered for one pupil. A number, which may be provisional, a kind or an annotation; none of them: what stood is taken away.
struct Entry {
  PersonId pupil_id{};                      ///< A pupil of the group on the day of the assessment.
  std::optional<Decimal> value = {};        ///< From the minimum to the maximum, unless the policy allows others: "14,5" and "14.5" are one.
  std::optional<MarkKind> kind = {};        ///< Without a value; with one `provisional`, and `number`, which the value alone says too.
  std::optional<std::string> comment = {};  ///< For the family: at most 300 characters.
  std::optional<std::string> annotation = {}; ///< The code of one of the school's own kinds, without a value and a kind.
  std::optional<std::string> reason = {};   ///< Why it is entered or corrected, for the history; not for the family: at most 300 characters.
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

/// Enters the marks of an assessment, all or none. What stood before is kept (history()). How many decimals a mark may have (two, where
/// nobody says otherwise), and whether it may lie outside the scale, is as the policy says that holds for the pupil's level on the day.
///
/// Permission: mark.write on the group of the service, for a service of one's own.
/// Errors: invalid_argument (field.range, field.repeated, gradebook.too_many_decimals, gradebook.above_maximum,
/// gradebook.value_and_kind, gradebook.no_annotation, text.too_long, group.no_member), not_found (gradebook.no_assessment), conflict
/// (call.stale_revision), failed_precondition (gradebook.period_closed: for a pupil whose mark would change). Since 0.1.
Result<Entered> enter_marks(Session& session, const EnterMarks& input, const CallOptions& options = {});

/// What stands for one pupil.
struct Mark {
  person::Card pupil{};                 ///< Who.
  MarkKind kind{};                      ///< What stands.
  std::optional<Decimal> value{};       ///< Of `number` and `provisional`.
  std::optional<std::string> comment{}; ///< For the family.
  std::optional<std::string> annotation{}; ///< Of the school's own kinds: its code,
  std::optional<std::string> label{};      ///< and what it is called.
};

/// The marks of an assessment.
struct Sheet {
  std::vector<Mark> items{};  ///< One for each pupil of the group on its day whom it is about, by name.
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
  std::optional<Decimal> value{};        ///< Of `number` and `provisional`.
  std::optional<std::string> comment{};  ///< For the family.
  Instant at{};                          ///< Since when.
  person::Card author{};                 ///< Who entered it.
  std::optional<std::string> annotation{}; ///< Of the school's own kinds: its code,
  std::optional<std::string> label{};      ///< and what it is called.
  std::optional<std::string> reason{};     ///< Why, where it was said.
};

/// What has stood.
struct Versions {
  std::vector<Version> items{};  ///< The last one, which stands, first.
};

/// What has stood for a pupil in an assessment, removed or not: who entered it, when, and why.
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

/// Whether assessments in which nothing stands yet, or a provisional mark, count in an average.
enum class Figure : std::int32_t {
  by_policy = 1,        ///< As the policy says.
  so_far = 2,           ///< They are left out.
  if_nothing_more = 3,  ///< They count 0, those of the span that are still to come too; a provisional mark its number.
};

/// Input of averages().
struct OfAverages {
  OrgId org_id{};                          ///< The establishment.
  PersonId pupil_id{};                     ///< The pupil.
  std::optional<Date> first_day{};         ///< First day; or period_id.
  std::optional<Date> last_day{};          ///< Last day; at most 400 days.
  std::optional<PeriodId> period_id = {};  ///< The days of this period, in the place of a first and a last one.
  Figure figure = Figure::by_policy;       ///< What becomes of assessments in which nothing stands.
};

/// One mark of a pupil.
struct PupilMark {
  Assessment assessment{};               ///< Of what.
  MarkKind kind{};                       ///< What stands.
  std::optional<Decimal> value{};        ///< Of `number` and `provisional`.
  std::optional<std::string> comment{};  ///< For the family.
  std::optional<std::string> annotation{}; ///< Of the school's own kinds: its code,
  std::optional<std::string> label{};      ///< and what it is called.
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

/// A mark in an average.
struct Line {
  AssessmentId assessment_id{};         ///< Of which assessment.
  Fate fate{};                          ///< What became of it.
  std::optional<Decimal> brought{};     ///< Its value on the scale of the average, to six decimals.
  std::optional<Decimal> weight{};      ///< What it weighs, to six decimals.
  std::optional<Decimal> influence{};   ///< The average of the subject less what it would be without it, to six decimals.
  std::optional<std::string> box_code{}; ///< The box in which it stands; none: the subject itself.
};

/// The average of a pupil in a box.
struct BoxAverage {
  std::string code{};                        ///< The box.
  std::string name{};                        ///< Its name.
  std::optional<std::string> parent_code{};  ///< The box around it; none: the subject.
  std::optional<Decimal> average{};          ///< Rounded as the policy says; none: there is nothing that counts.
  std::optional<Decimal> weight{};           ///< What it weighs in what is around it, to six decimals.
  Fate fate{};                               ///< What became of it there.
};

/// The average of a pupil in a subject.
struct SubjectAverage {
  std::optional<std::string> subject_code{};  ///< The subject; none in the first degree: all.
  std::optional<Decimal> average{};           ///< Rounded as the policy says; none: there is no mark that counts.
  Decimal coefficient{};                      ///< What the subject weighs in the general average.
  std::vector<Line> lines{};                  ///< Its marks, by day.
  SubjectMode mode{};                         ///< How it counts there.
  std::optional<Decimal> adjustment{};        ///< Points of the bonus/malus column, which the average has in it; see adjust().
  std::vector<BoxAverage> boxes{};            ///< Its boxes, each after the one around it.
  std::optional<std::string> letter{};        ///< The letter of the average, where the policy has letters.
};

/// The averages of a pupil.
struct Averages {
  std::vector<SubjectAverage> items{};  ///< By subject.
  std::optional<Decimal> general{};     ///< Over the subjects; none: no subject has an average, or a teacher is told their own alone.
  std::string policy{};                 ///< By what they are made: "fr-exact", or "pronote; step 0.5".
  /// The days are a period that is published for the pupil's division: since when, and by what held then; none: by what holds now.
  std::optional<Instant> frozen_at{};
  std::optional<std::string> general_letter{};  ///< The letter of the general average; none where averages are points.
  std::optional<Decimal> scale{};               ///< What averages are out of: 20; none where they are points.
  std::vector<CategoryAverage> categories{};    ///< As the policy has them; none where `general` is not told.
};

/// The averages of a pupil over a span of days, and what became of each mark. Families see those that their published marks
/// make. Level and coefficients are those of the division on the last day, or else of the last one inside the days.
///
/// Permission: mark.read on the pupil. Errors: invalid_argument (period.empty, field.range, gradebook.days_or_period), not_found
/// (person.not_found, period.not_found). Since 0.1.
Result<Averages> averages(Session& session, const OfAverages& input, const CallOptions& options = {});

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
  std::optional<Decimal> lower_quartile{};    ///< Of the averages, as the policy finds quartiles.
  std::optional<Decimal> upper_quartile{};    ///< The same of three quarters.
  std::vector<std::int32_t> bands{};          ///< How many are under 5, 8, 10, 12, 15, and from 15, of 20.
  std::optional<std::string> letter{};        ///< The letter of the mean; none where averages are points.
};

/// What a group looks like in a category.
struct GroupCategory {
  std::string code{};                        ///< The category.
  std::string name{};                        ///< Its name.
  std::vector<std::string> subject_codes{};  ///< Its subjects.
  GroupSubject look{};                       ///< Of the averages of the pupils in it, without a subject.
};

/// What a group looks like.
struct GroupAverages {
  std::vector<GroupSubject> items{};      ///< By subject.
  std::string policy{};                   ///< By what they are made.
  std::optional<GroupSubject> general{};  ///< The general averages; told to those who may read all subjects, when all are asked.
  std::optional<Instant> frozen_at{};     ///< As in Averages, where the period is published for the group.
  std::optional<Decimal> scale{};         ///< What averages are out of, as in Averages.
  std::vector<GroupCategory> categories{};  ///< As the policy has them, where `general` is told.
};

/// The averages of a group over a span of days, subject by subject, over its pupils of the last day: where the days are a period that is
/// published for the group, those who were in it then.
///
/// Permission: mark.read on the group. Errors: invalid_argument (period.empty, field.range, gradebook.days_or_period), not_found
/// (group.not_found, period.not_found). Since 0.1.
Result<GroupAverages> group_averages(Session& session, const OfGroup& input, const CallOptions& options = {});

/// Input of table().
struct OfTable {
  GroupId group_id{};                           ///< The group.
  std::optional<Date> first_day{};              ///< First day; or period_id.
  std::optional<Date> last_day{};               ///< Last day; at most 400 days.
  std::optional<std::string> subject_code = {}; ///< Only this subject.
  std::optional<PeriodId> period_id = {};       ///< The days of this period, in the place of a first and a last one.
  bool ranks = false;                           ///< Whether ranks are told.
};

/// The average of a pupil in a column of a table.
struct TableAverage {
  std::optional<std::string> subject_code{};  ///< The subject.
  std::optional<Decimal> average{};           ///< Rounded as the policy says; none: there is no mark that counts.
  std::int32_t marks{};                       ///< Marks that are numbers, or count 0; formative, omitted and provisional ones are left out.
  Decimal coefficient{};                      ///< What the subject weighs in the general average of the pupil.
  SubjectMode mode{};                         ///< How it counts there.
  std::optional<Decimal> adjustment{};        ///< Points of the bonus/malus column, which the average has in it.
  std::optional<std::int32_t> rank{};         ///< Where ranks are asked and there is an average: 1, 2, 2, 4, by what is shown.
  std::optional<std::string> letter{};        ///< As in SubjectAverage.
};

/// A pupil in a table of averages.
struct TableRow {
  person::Card pupil{};                  ///< Who.
  std::vector<TableAverage> averages{};  ///< One for each subject of the table, in its order.
  std::optional<Decimal> general{};      ///< Over the subjects; told where all are.
  std::int32_t marks{};                  ///< Of all subjects of the table.
  std::optional<std::int32_t> rank{};    ///< By the general average, where ranks are asked.
  std::string policy{};                  ///< By what the pupil's averages are made.
  std::optional<std::string> general_letter{};  ///< As in Averages.
  std::optional<Decimal> scale{};        ///< What the pupil's averages are out of, as in Averages.
  std::vector<CategoryFigure> categories{};  ///< One for each category of the table, in its order.
};

/// The averages of a group, pupil by pupil.
struct Table {
  std::vector<TableRow> items{};          ///< By name.
  std::vector<GroupSubject> subjects{};   ///< The columns: what the group looks like in each subject.
  std::string policy{};                   ///< By what the columns are made.
  std::optional<GroupSubject> general{};  ///< As in GroupAverages.
  std::optional<Instant> frozen_at{};     ///< As in GroupAverages.
  std::optional<Decimal> scale{};         ///< What the columns are out of, as in Averages.
  std::vector<GroupCategory> categories{};  ///< As in GroupAverages; those that only some pupils go by come last.
};

/// The averages of all pupils of a group over a span of days, as averages() gives them of each, beside what the group looks like: of
/// all subjects for those who may read all marks of the group, of their own subjects for its other teachers. Where the days are a period
/// that is published for the group, of those who were in it then. Ranks are told to nobody who does not ask.
///
/// Permission: mark.read on the group. Errors: invalid_argument (period.empty, field.range, gradebook.days_or_period), not_found
/// (group.not_found, period.not_found). Since 0.1.
Result<Table> table(Session& session, const OfTable& input, const CallOptions& options = {});

/// A mark that might be: a number, or a kind; neither: the unknown one, of which a target is asked.
struct Supposed {
  std::optional<AssessmentId> assessment_id{};  ///< In the place of what stands there, each once; default: one more assessment.
  std::optional<std::string> subject_code{};    ///< Of one more: its subject.
  std::optional<Decimal> value{};               ///< As the policy of these averages lets marks in.
  std::optional<MarkKind> kind{};               ///< Without a value, or `provisional` with one.
  Decimal maximum = 20;                         ///< Of one more: its scale, above 0, at most 1000; at most two decimals.
  Decimal coefficient = 1;                      ///< Of one more: what it weighs, 0 to 100; at most two decimals.
  Part part = Part::ordinary;                   ///< Of one more: in which part it stands.
  bool brought_to_scale = true;                 ///< Of one more: ramené sur 20.
  std::optional<std::string> box_code{};        ///< Of one more: the box in which it stands; default: the subject itself.
};

inline constexpr Decimal half_a_point = Decimal::of_millionths(500'000);

/// Input of what_if().
struct WhatIf {
  OrgId org_id{};                          ///< The establishment.
  PersonId pupil_id{};                     ///< The pupil.
  std::vector<Supposed> items{};           ///< 1 to 50.
  std::optional<Date> first_day{};         ///< First day; or period_id.
  std::optional<Date> last_day{};          ///< Last day; at most 400 days.
  std::optional<PeriodId> period_id = {};  ///< The days of this period, in the place of a first and a last one.
  std::optional<Decimal> target = {};      ///< The average, as people see it, that the subject of the unknown mark is to reach.
  Decimal step = half_a_point;             ///< Unknown marks are its multiples, and the maximum: 0.01 or more, at most 2000 in that.
};

/// Whether a target can be reached.
enum class Reach : std::int32_t {
  reached = 1,       ///< By this mark, and by no lower one.
  out_of_reach = 2,  ///< Not even by the maximum.
  always = 3,        ///< By whatever mark.
};

/// The mark that is needed.
struct Needed {
  Reach reach{};                  ///< Whether there is one.
  std::optional<Decimal> mark{};  ///< The lowest one.
};

/// What averages would be.
struct Supposition {
  std::vector<SubjectAverage> items{};   ///< By subject; one more assessment has the number 0.
  std::optional<Decimal> general{};      ///< As in Averages.
  std::string policy{};                  ///< By what they are made.
  std::optional<Needed> needed{};        ///< Where a target was asked; the averages are those with that mark.
  std::optional<std::string> general_letter{};  ///< As in Averages.
  std::optional<Decimal> scale{};        ///< What averages are out of, as in Averages.
  std::vector<CategoryAverage> categories{};  ///< As in Averages.
};

/// What the averages of a pupil would be with other marks, and which mark it takes to reach one. Nothing is written. Families
/// see it over what is published to them.
///
/// Permission: mark.read on the pupil.
/// Errors: invalid_argument (period.empty, field.range, field.repeated, gradebook.days_or_period, gradebook.value_and_kind,
/// gradebook.too_many_decimals, gradebook.above_maximum, gradebook.no_assessment, gradebook.no_box, gradebook.one_unknown: a target goes with one
/// item without number and kind), not_found (person.not_found, period.not_found). Since 0.1.
Result<Supposition> what_if(Session& session, const WhatIf& input, const CallOptions& options = {});

/// A row of a table of marks.
struct ImportRow {
  std::vector<std::string> cells{};       ///< A text for each column: "14,5", "abs", "disp", ...; empty: what stands stays.
  std::optional<PersonId> pupil_id = {};  ///< Whose marks; or pupil.
  std::optional<std::string> pupil = {};  ///< By family and given name in either order, whatever case and accents.
};

/// Input of import_marks().
struct ImportMarks {
  ServiceId service_id{};                      ///< One's own service, or that of a colleague in the same subject and group.
  std::vector<AssessmentId> assessment_ids{};  ///< 1 to 40: the columns, of the group and subject of the service.
  std::vector<ImportRow> items{};              ///< 1 to 500, each pupil once; marks are of pupils of the group on the day.
  bool dry_run = false;                        ///< Only say what would become of each cell.
};

/// What becomes of a cell.
enum class CellOutcome : std::int32_t {
  changes = 1,  ///< The mark is entered.
  stands = 2,   ///< It stands already.
  empty = 3,    ///< The cell is empty: what stands stays.
  refused = 4,  ///< It can't be entered.
};

/// One cell of a table.
struct ImportCell {
  std::int32_t row{};                    ///< 1 for the first.
  std::int32_t column{};                 ///< 1 for the first; 0: the pupil of the row is refused, and with them all its cells.
  CellOutcome outcome{};                 ///< What becomes of it.
  std::optional<std::string> reason{};   ///< Why it is refused.
  std::optional<PersonId> pupil_id{};    ///< Whose it is.
  std::optional<MarkKind> kind{};        ///< What it says.
  std::optional<Decimal> value{};        ///< Of `number` and `provisional`.
  std::optional<MarkKind> stood_kind{};  ///< What stands until then, or stays; none: nothing was entered.
  std::optional<Decimal> stood_value{};  ///< Of `number` and `provisional`.
  std::optional<std::string> annotation{};        ///< Of the school's own kinds: the code that it says.
  std::optional<std::string> stood_annotation{};  ///< The code of what stands until then.
};

/// What became of a table.
struct Imported {
  std::vector<ImportCell> items{};  ///< By row, then by column.
  std::int32_t changed{};           ///< Marks that were, or would be, entered.
  std::int32_t refused{};           ///< Cells that would be refused.
  bool written{};                   ///< Not in a dry run.
};

/// Enters the marks of a table of texts, whole or not at all: where a cell is refused nothing is written, and the error names
/// all of them by row and column, `/items/2/cells/0`. A dry run answers them instead.
///
/// Permission: mark.write on the group of the service, for a service of one's own.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, gradebook.no_assessment,
/// gradebook.id_or_name, gradebook.columns_differ, group.no_member, gradebook.pupil_ambiguous, gradebook.not_a_mark,
/// gradebook.above_maximum, gradebook.too_many_decimals, gradebook.period_closed), not_found (group.no_service). Since 0.1.
Result<Imported> import_marks(Session& session, const ImportMarks& input, const CallOptions& options = {});

}  // namespace ent::gradebook
