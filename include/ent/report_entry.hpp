/// What people write into report cards: comments, averages that stand in the place of computed ones, what the council says.
///
/// It may be written while the period is open or in council, and by a teacher to whom it was opened again (gradebook::reopen());
/// nothing is written any more where it is locked or published. What stood before is kept: history().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/report_card.hpp"

namespace ent::report {

/// Input of sheet().
struct OfSheet {
  PeriodId period_id{};                          ///< The period.
  GroupId group_id{};                            ///< A group that one teaches.
  std::optional<std::string> subject_code = {};  ///< What one teaches it; a domain of primary school; none: all.
};

/// What stands for one pupil in a subject.
struct SheetLine {
  person::Card pupil{};                       ///< Who.
  std::optional<std::string> comment{};       ///< Appréciation.
  std::optional<std::int32_t> positioning{};  ///< 1 to 4.
  std::optional<Overridden> overridden{};     ///< What stands in the place of the average.
  bool locked{};                              ///< Nothing may be written any more.
};

/// The comments of a subject for a group.
struct Sheet {
  std::vector<SheetLine> items{};       ///< One for each pupil of the group on the last day of the period, by name.
  std::vector<std::string> elements{};  ///< What of the programme was worked on.
  std::int64_t revision{};              ///< Counts what was written of these pupils in the subject.
};

/// What is said of the pupils of a group in a subject.
///
/// Permission: report.subject_comment.write on the group, for a subject that the actor teaches it. Errors: invalid_argument
/// (gradebook.other_period), not_found (group.not_found, period.not_found), failed_precondition (gradebook.other_service). Since 0.1.
Result<Sheet> sheet(Session& session, const OfSheet& input, const CallOptions& options = {});

/// What is said of one pupil; what is left out stays as it is.
struct CommentItem {
  PersonId pupil_id{};                         ///< A pupil of the group on the last day of the period.
  std::optional<std::string> text = {};        ///< At most 600 characters; empty: what stood is taken back.
  std::optional<std::int32_t> positioning = {};///< 1 not reached, 2 partly reached, 3 reached, 4 exceeded; 0: taken back.
};

/// Input of comment().
struct Comment {
  PeriodId period_id{};                                     ///< The period.
  GroupId group_id{};                                       ///< A group that one teaches.
  std::vector<CommentItem> items{};                         ///< At most 200, each pupil once.
  std::optional<std::string> subject_code = {};             ///< What one teaches it; a domain of primary school; none: all.
  std::optional<std::vector<std::string>> elements = {};    ///< What of the programme was worked on: at most 20, each once, of 1 to 300 characters.
};

/// What may be said better. Advice hinders nothing.
enum class AdviceKind : std::int32_t {
  vague = 1,        ///< "peut mieux faire": says nothing that helps.
  reductive = 2,    ///< "faible": judges the pupil in a word.
  humiliating = 3,  ///< "nul".
  shouting = 4,     ///< Words in capitals.
  too_short = 5,    ///< Less than three words.
};

/// A piece of advice on a comment.
struct Advice {
  PersonId pupil_id{};  ///< On whose.
  AdviceKind kind{};    ///< What it is.
  std::string words{};  ///< The words that are meant, as they were written.
};

/// What became of what was written.
struct Written {
  std::int32_t changed{};         ///< What was set, changed or taken back.
  std::int32_t unchanged{};       ///< What stood already.
  std::int64_t revision{};        ///< Counts what was written of these pupils, in the subject where it is of one.
  std::vector<Advice> advice{};   ///< By item.
};

/// Writes the comments of a subject for a group, all or none.
///
/// Permission: report.subject_comment.write on the group, for a subject that the actor teaches it.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, group.no_member,
/// gradebook.other_period, report.no_degrees: the pupil's model has none), not_found (group.not_found, period.not_found), conflict
/// (call.stale_revision), failed_precondition (gradebook.other_service, report.locked: for a pupil of whom something would change).
/// Since 0.1.
Result<Written> comment(Session& session, const Comment& input, const CallOptions& options = {});

/// Input of override_average().
struct OverrideAverage {
  PeriodId period_id{};                          ///< The period.
  GroupId group_id{};                            ///< A group that one teaches.
  PersonId pupil_id{};                           ///< A pupil of the group on the last day of the period.
  std::string reason{};                          ///< 1 to 300 characters.
  std::optional<Decimal> value = {};             ///< What is shown: 0 to the policy's scale, at most two decimals; none: what is computed.
  std::optional<std::string> subject_code = {};  ///< What one teaches it; none: all.
  bool not_marked = false;                       ///< That there is no average (non noté), whatever is computed; without a value.
};

/// Says what a report shows in the place of a computed average, and why: another one, or none. The computed one stands beside it.
///
/// Permission: report.subject_comment.write on the group, for a subject that the actor teaches it.
/// Errors: invalid_argument (field.range, gradebook.too_many_decimals, text.too_short, text.too_long, group.no_member,
/// report.no_averages: the pupil's model has none, gradebook.value_and_kind, gradebook.other_period), not_found (group.not_found,
/// period.not_found), failed_precondition (gradebook.other_service, report.locked). Since 0.1.
Result<Written> override_average(Session& session, const OverrideAverage& input, const CallOptions& options = {});

/// What is said of one pupil as a whole.
struct GeneralItem {
  PersonId pupil_id{};  ///< A pupil of the division on the last day of the period.
  std::string text{};   ///< At most 1000 characters; empty: what stood is taken back.
};

/// Input of comment_general().
struct CommentGeneral {
  PeriodId period_id{};              ///< The period.
  GroupId division_id{};             ///< The division.
  std::vector<GeneralItem> items{};  ///< At most 200, each pupil once.
};

/// Writes what is said of pupils as a whole, all or none.
///
/// Permission: report.general_comment.write on the division.
/// Errors: invalid_argument (field.range, field.repeated, text.too_long, group.no_member, group.not_division,
/// gradebook.other_period), not_found (group.not_found, period.not_found), conflict (call.stale_revision), failed_precondition
/// (report.locked). Since 0.1.
Result<Written> comment_general(Session& session, const CommentGeneral& input, const CallOptions& options = {});

/// Vie scolaire of one pupil; what is left out stays as it is.
struct SchoolLifeItem {
  PersonId pupil_id{};                                    ///< A pupil of the division on the last day of the period.
  std::optional<std::string> comment = {};                ///< At most 600 characters; empty: what stood is taken back.
  std::optional<std::int32_t> justified_half_days = {};   ///< In the place of what is counted: 0 to 999; with a reason.
  std::optional<std::int32_t> unjustified_half_days = {}; ///< Likewise.
  std::optional<std::int32_t> latenesses = {};            ///< Likewise.
  std::optional<std::string> reason = {};                 ///< 1 to 300 characters.
  bool as_counted = false;                                ///< What was typed is taken back.
};

/// Input of record_school_life().
struct RecordSchoolLife {
  PeriodId period_id{};                 ///< The period.
  GroupId division_id{};                ///< The division.
  std::vector<SchoolLifeItem> items{};  ///< At most 200, each pupil once.
};

/// Writes what reports say of attendance and behaviour, all or none.
///
/// Permission: report.school_life_comment.write on the division.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, report.reason_missing, group.no_member,
/// group.not_division, gradebook.other_period), not_found (group.not_found, period.not_found), conflict (call.stale_revision),
/// failed_precondition (report.locked). Since 0.1.
Result<Written> record_school_life(Session& session, const RecordSchoolLife& input, const CallOptions& options = {});

/// What a school does for one pupil in particular.
struct ArrangementsItem {
  PersonId pupil_id{};                     ///< A pupil of the division on the last day of the period.
  std::vector<Arrangement> arrangements{}; ///< In the place of those that stood, each kind once; texts of at most 600 characters.
};

/// Input of record_arrangements().
struct RecordArrangements {
  PeriodId period_id{};                   ///< The period.
  GroupId division_id{};                  ///< The division.
  std::vector<ArrangementsItem> items{};  ///< At most 200, each pupil once.
};

/// Writes what a school does for pupils in particular (PAP, PAI, PPRE...: the "modalités d'accompagnement" of the arrêté of 31 December
/// 2015), all or none. Of most a report says that they are there and no more: why a pupil has them is nothing for a report.
///
/// Permission: report.general_comment.write on the division.
/// Errors: invalid_argument (field.range, field.repeated, text.too_long: also a text where none belongs, group.no_member,
/// group.not_division, gradebook.other_period), not_found (group.not_found, period.not_found), conflict (call.stale_revision),
/// failed_precondition (report.locked). Since 0.1.
Result<Written> record_arrangements(Session& session, const RecordArrangements& input, const CallOptions& options = {});

/// What the council says of one pupil; what is left out stays as it is.
struct DecideItem {
  PersonId pupil_id{};                                            ///< A pupil of the division on the last day of the period.
  std::optional<std::vector<std::string>> opinion_codes = {};     ///< Of the school's opinions(), each once; empty: none.
  std::optional<std::vector<Wish>> wishes = {};                   ///< At most 10, of ranks from 1 to 10, of 1 to 200 characters.
  std::optional<std::string> decision = {};                       ///< Of orientation: at most 300 characters; empty: taken back.
  std::optional<Decimal> general_average = {};                    ///< In its place: 0 to the policy's scale, at most two decimals; with a reason.
  std::optional<std::string> reason = {};                         ///< 1 to 300 characters.
  bool general_as_computed = false;                               ///< What stood in the place of the computed one is taken back.
  bool general_not_marked = false;                                ///< In its place that there is none; with a reason, without a number.
};

/// Input of decide().
struct Decide {
  PeriodId period_id{};             ///< The period.
  GroupId division_id{};            ///< The division.
  std::vector<DecideItem> items{};  ///< At most 200, each pupil once.
};

/// Writes what the class council says of pupils, all or none.
///
/// Permission: report.council.decide on the division.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, gradebook.too_many_decimals,
/// gradebook.value_and_kind, report.reason_missing, report.no_opinion, report.no_averages, group.no_member, group.not_division,
/// gradebook.other_period), not_found (group.not_found, period.not_found), conflict (call.stale_revision), failed_precondition
/// (report.locked). Since 0.1.
Result<Written> decide(Session& session, const Decide& input, const CallOptions& options = {});

/// In which place somebody sits in a council.
enum class SeatRole : std::int32_t {
  chair = 1,            ///< Who presides.
  main_teacher = 2,     ///< Professeur principal.
  teacher = 3,          ///< Another teacher.
  school_life = 4,      ///< CPE.
  pupil_delegate = 5,   ///< Délégué des élèves.
  parent_delegate = 6,  ///< Délégué des parents.
  guest = 7,            ///< Anybody else.
};

/// Somebody who was asked to a council.
struct CouncilSeat {
  std::string name{};  ///< As the minutes name them: 1 to 120 characters.
  SeatRole role{};     ///< In which place.
  bool present{};      ///< They came.
};

/// Input of of_council().
struct OfCouncil {
  PeriodId period_id{};   ///< The period.
  GroupId division_id{};  ///< The division.
  bool history = false;   ///< What stood before too.
};

/// What was written of a council before.
struct CouncilVersion {
  std::optional<Date> held_on{};           ///< When it sat.
  std::optional<std::string> synthesis{};  ///< What was said of the class as a whole.
  std::optional<std::string> minutes{};    ///< Procès-verbal.
  std::vector<CouncilSeat> seats{};        ///< In the order in which they were given.
  std::int64_t revision{};                 ///< Which one it was.
  Instant at{};                            ///< When it was written.
  person::Card author{};                   ///< By whom.
};

/// A class council.
struct CouncilView {
  GroupId division_id{};                     ///< Of which division.
  PeriodId period_id{};                      ///< Of which period.
  std::optional<Date> held_on{};             ///< When it sat.
  std::optional<std::string> synthesis{};    ///< What is said of the class as a whole.
  std::optional<std::string> minutes{};      ///< Procès-verbal.
  std::vector<CouncilSeat> seats{};          ///< In the order in which they were given.
  std::int64_t revision{};                   ///< Counts changes; 0: nothing is written.
  std::vector<CouncilVersion> before{};      ///< Where history is asked: what stood before, the last first.
};

/// Input of write_council(): what is left out stays as it is.
struct WriteCouncil {
  PeriodId period_id{};                                   ///< The period.
  GroupId division_id{};                                  ///< The division.
  std::optional<Date> held_on = {};                       ///< At most 400 days from the period.
  std::optional<std::string> synthesis = {};              ///< At most 2 000 characters.
  std::optional<std::string> minutes = {};                ///< At most 20 000 characters.
  std::optional<std::vector<CouncilSeat>> seats = {};     ///< At most 60.
};

/// Writes down how a class council went: delegates, attendance, minutes. What stood before is kept; what changes nothing leaves it as it is.
///
/// Permission: report.general_comment.write on the division.
/// Errors: invalid_argument (field.range, text.too_short, text.too_long, group.not_division, gradebook.other_period), not_found
/// (group.not_found, period.not_found), failed_precondition (report.locked: all reports of the class are), conflict
/// (call.stale_revision). Since 0.1.
Result<CouncilView> write_council(Session& session, const WriteCouncil& input, const CallOptions& options = {});

/// How a class council went.
///
/// Permission: report.read on the division. Errors: invalid_argument (group.not_division, gradebook.other_period), not_found
/// (group.not_found, period.not_found). Since 0.1.
Result<CouncilView> of_council(Session& session, const OfCouncil& input, const CallOptions& options = {});

/// Input of set_opinions().
struct SetOpinions {
  OrgId org_id{};                     ///< An establishment.
  std::vector<Opinion> items = {};    ///< At most 40, each code once; none: those that the library brings along.
};

/// What a school's councils may say.
struct Opinions {
  std::vector<Opinion> items{};  ///< In the order in which reports show them.
};

/// Says what a school's councils may say of a pupil. What was said with a code that is no longer there is shown no more.
///
/// Permission: subject.manage on the establishment.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long), not_found (org.not_found). Since 0.1.
Result<Opinions> set_opinions(Session& session, const SetOpinions& input, const CallOptions& options = {});

/// Input of what is about a school's report cards.
struct OfSchool {
  OrgId org_id{};  ///< The establishment.
};

/// What a school's councils may say: félicitations, compliments, encouragements, two warnings, where the school says nothing else.
///
/// Permission: period.read on the establishment. Errors: not_found (org.not_found). Since 0.1.
Result<Opinions> opinions(Session& session, const OfSchool& input, const CallOptions& options = {});

/// Input of history().
struct OfHistory {
  OrgId org_id{};        ///< The establishment.
  PersonId pupil_id{};   ///< The pupil.
  PeriodId period_id{};  ///< The period.
};

/// What an entry says.
enum class EntryKind : std::int32_t {
  subject_comment = 1,        ///< `item` is the subject.
  positioning = 2,            ///< `item` is the subject.
  general_comment = 3,        ///< Of the whole.
  school_life_comment = 4,    ///< Of the CPE.
  average = 5,                ///< In the place of a computed one; `item` is the subject, `text` the reason.
  general_average = 6,        ///< Likewise.
  justified_half_days = 7,    ///< In the place of what is counted; `text` is the reason.
  unjustified_half_days = 8,  ///< Likewise.
  latenesses = 9,             ///< Likewise.
  opinion = 10,               ///< `item` is its code.
  wish = 11,                  ///< `item` is its rank.
  decision = 12,              ///< Of orientation.
  project = 13,               ///< Of the pupil in a project; `item` is its group and code.
  component = 14,             ///< The degree of a component of the socle; `item` is its code.
  cycle_synthesis = 15,       ///< Of the end of a cycle.
  complement = 16,            ///< Enseignement de complément: `text` is its code, the value the goal that was reached.
  regional_language = 17,     ///< Langue régionale: `text` is its code, the value the goal.
  arrangement = 18,           ///< What is done for the pupil in particular; `item` is its kind.
};

/// What was said at a time.
struct Version {
  EntryKind kind{};                   ///< What it is.
  std::string item{};                 ///< Of which subject, opinion or wish; else empty.
  bool given{};                       ///< False: what stood before was taken back.
  std::optional<Decimal> value{};     ///< Of what is a number.
  std::optional<Answer> answer{};     ///< Of a wish.
  std::optional<std::string> text{};  ///< Of what is a text.
  Instant at{};                       ///< When.
  person::Card author{};              ///< By whom.
};

/// What was said.
struct Versions {
  std::vector<Version> items{};  ///< By kind and item, the last first.
};

/// All that was ever written into the report of a pupil: what, when, by whom.
///
/// Permission: report.read on the pupil. Errors: not_found (person.not_found, period.not_found). Since 0.1.
Result<Versions> history(Session& session, const OfHistory& input, const CallOptions& options = {});

}  // namespace ent::report
