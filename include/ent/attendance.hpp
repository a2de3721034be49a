/// Attendance: registers (roll calls), absences, latenesses and early departures, their justification by the family and
/// its decision by the school, and the half-days that follow from them.
///
/// Nothing is deleted: a correction takes the place of what stood, which stays in the history. Half-days and alerts are
/// never stored: docs/attendance.md says how they are counted. Times are civil times of the establishment.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/attendance_policy.hpp"
#include "ent/calendar.hpp"
#include "ent/decimal.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"
#include "ent/timetable.hpp"

namespace ent::attendance {

using EntryId = Id<struct EntryEntity>;                  ///< One absence, lateness or departure.
using JustificationId = Id<struct JustificationEntity>;  ///< What a family gives as the reason of absences.

/// What was observed of a pupil.
enum class Kind : std::int32_t {
  absence = 1,    ///< Absence.
  lateness = 2,   ///< Retard: came, but late.
  departure = 3,  ///< Départ anticipé: left before the end.
  presence = 4,   ///< Was elsewhere in the school's charge (infirmary, outing): takes back absences within it.
};

/// What the school thinks of a reason.
enum class Decision : std::int32_t {
  accepted = 1,  ///< Accepted as legitimate: the time that it covers is justified.
  refused = 2,   ///< Refused: it justifies nothing.
};

/// A reason that a school uses.
struct Reason {
  std::string code{};         ///< Unique in the unit.
  std::string name{};         ///< As it is shown.
  bool for_absence = true;    ///< May be given for an absence or a departure.
  bool for_lateness = false;  ///< May be given for a lateness.
  bool legitimate = false;    ///< What the school records with it is justified at once.
  bool by_family = false;     ///< A family may give it.
  bool in_use = true;         ///< Else it stays with what was recorded with it, and is given no more.
  std::optional<OrgId> org_id{};  ///< The unit that set it; none: it comes with the library.
};

/// Input of reasons().
struct ListReasons {
  OrgId org_id{};  ///< The unit.
};

/// Reasons.
struct Reasons {
  std::vector<Reason> items{};  ///< By code.
};

/// The reasons of a unit: its own, those of the units above it that it has not set anew, and those that come with the library.
///
/// Permission: org.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<Reasons> reasons(Session& session, const ListReasons& input, const CallOptions& options = {});

/// Input of set_reason().
struct SetReason {
  OrgId org_id{};             ///< The unit: establishment, academy, ...
  std::string code{};         ///< 1 to 40 characters.
  std::string name{};         ///< 1 to 200 characters.
  bool for_absence = true;    ///< May be given for an absence or a departure.
  bool for_lateness = false;  ///< May be given for a lateness.
  bool legitimate = false;    ///< What the school records with it is justified at once.
  bool by_family = false;     ///< A family may give it.
  bool in_use = true;         ///< False: is given no more.
};

/// Sets a reason of a unit and of those below it; one of the same code from above, or of the library, is replaced there.
///
/// Permission: attendance.manage on the unit.
/// Errors: invalid_argument (text.too_short, text.too_long), not_found (org.not_found). Since 0.1.
Result<Reason> set_reason(Session& session, const SetReason& input, const CallOptions& options = {});

/// One absence, lateness, departure or presence elsewhere.
struct Entry {
  EntryId id{};                              ///< Carries its establishment.
  person::Card pupil{};                      ///< The pupil.
  Kind kind{};                               ///< What was observed.
  Date date{};                               ///< First day.
  TimeOfDay begins{};                        ///< On the first day.
  Date last_date{};                          ///< Last day.
  std::optional<TimeOfDay> ends{};           ///< On the last day; none: the day's end.
  std::optional<GroupId> division_id{};      ///< Where it comes from the register of a half-day: the division
  std::optional<calendar::HalfDay> half_day{};  ///< and the half-day.
  std::optional<LessonId> lesson_id{};       ///< Where it comes from the register of a lesson: which.
  std::optional<std::string> reason_code{};  ///< A reason that the school gave.
  std::optional<Decision> decision{};        ///< By that reason, or by justifications that cover its open time together; none: not all is decided.
  bool settled = false;                      ///< The school has dealt with it.
  std::optional<std::string> comment{};      ///< For the staff; families are not shown it.
  bool withdrawn = false;                    ///< It was an error, and counts for nothing.
  std::int64_t revision = 1;                 ///< Grows with each change; for CallOptions::if_revision.
};

/// Entries.
struct Entries {
  std::vector<Entry> items{};  ///< By beginning.
};

/// Input of record(). Without times it is about whole days.
struct Record {
  OrgId org_id{};                            ///< The establishment.
  PersonId pupil_id{};                       ///< A pupil there.
  Kind kind{};                               ///< What was observed.
  Date date{};                               ///< First day.
  std::optional<TimeOfDay> begins{};         ///< Default: the day's beginning. Required for a lateness and a departure.
  std::optional<Date> last_date{};           ///< At most 366 days in all; default: the first. A lateness ends on its day.
  std::optional<TimeOfDay> ends{};           ///< After the beginning; default: the day's end. Required for a lateness.
  std::optional<std::string> reason_code{};  ///< One of reasons().
  std::optional<std::string> comment{};      ///< 1 to 1 000 characters.
};

/// Records what the office of school life knows of a pupil: an absence of hours or days, a lateness, a departure. The
/// guardians who are told of daily life get a delivery (docs/outbox.md) unless something told them of the same half-day.
/// What stands already is answered as it is.
///
/// Permission: attendance.edit on the pupil.
/// Errors: invalid_argument (attendance.time_missing, attendance.time_unexpected, attendance.span_empty,
/// attendance.span_too_long, attendance.reason_unknown, attendance.reason_unfit, text.too_short, text.too_long), not_found (person.not_found),
/// failed_precondition (attendance.not_a_pupil). Since 0.1.
Result<Entry> record(Session& session, const Record& input, const CallOptions& options = {});

/// Input of correct(): what is given replaces what stands.
struct Correct {
  EntryId id{};                              ///< The entry.
  std::optional<Kind> kind{};                ///< What was observed.
  std::optional<Date> date{};                ///< First day.
  std::optional<TimeOfDay> begins{};         ///< On the first day.
  std::optional<Date> last_date{};           ///< Last day.
  std::optional<TimeOfDay> ends{};           ///< On the last day.
  std::optional<std::string> reason_code{};  ///< One of reasons(); the empty text takes the reason away.
  std::optional<std::string> comment{};      ///< At most 1 000 characters; the empty text takes it away.
  std::optional<bool> withdrawn{};           ///< True: it was an error. False: it was none after all.
};

/// Corrects an entry, and raises the revision of the register that it comes from. How it stood before is kept; what changes nothing
/// leaves it as it is, with its revision. The guardians who are told of daily life get deliveries of what is new to them.
///
/// Permission: attendance.edit on the pupil.
/// Errors: invalid_argument (attendance.time_missing, attendance.time_unexpected, attendance.span_empty,
/// attendance.span_too_long, attendance.reason_unknown, attendance.reason_unfit, text.too_long), not_found (attendance.entry_not_found),
/// failed_precondition (attendance.not_a_pupil), conflict (call.stale_revision). Since 0.1.
Result<Entry> correct(Session& session, const Correct& input, const CallOptions& options = {});

/// Input of settle().
struct Settle {
  OrgId org_id{};                    ///< The establishment.
  std::vector<EntryId> entry_ids{};  ///< 1 to 200 of its entries.
  bool settled = true;               ///< False: it is to be dealt with after all.
};

/// Says that the school has dealt with absences: a fact apart from reason and decision.
///
/// Permission: attendance.validate on the unit.
/// Errors: invalid_argument (field.range, attendance.entry_not_found), not_found (org.not_found). Since 0.1.
Result<Done> settle(Session& session, const Settle& input, const CallOptions& options = {});

/// An entry as it stood.
struct Version {
  Entry entry{};              ///< As it stood.
  person::Card author{};      ///< Who wrote it so.
  Instant written_at{};       ///< When.
};

/// Versions.
struct Versions {
  std::vector<Version> items{};  ///< From the first to the one that stands.
};

/// Input of history().
struct GetHistory {
  EntryId id{};  ///< The entry.
};

/// How an entry stood from its beginning on, and who wrote it so.
///
/// Permission: attendance.validate on the pupil. Errors: not_found (attendance.entry_not_found). Since 0.1.
Result<Versions> history(Session& session, const GetHistory& input, const CallOptions& options = {});

/// What a family gives as the reason of absences.
struct Justification {
  JustificationId id{};                      ///< Carries its establishment.
  person::Card pupil{};                      ///< The pupil.
  person::Card author{};                     ///< Who gave it.
  Date date{};                               ///< What it covers: first day,
  std::optional<TimeOfDay> begins{};         ///< and time; none: the day's beginning,
  Date last_date{};                          ///< to the last day,
  std::optional<TimeOfDay> ends{};           ///< and time; none: the day's end.
  std::optional<std::string> reason_code{};  ///< One of reasons() that families may give.
  std::string text{};                        ///< In their words.
  Instant written_at{};                      ///< When it was given.
  std::optional<Decision> decision{};        ///< None: it waits.
  std::optional<std::string> answer{};       ///< What the school says to it.
  std::optional<Instant> decided_at{};       ///< When.
  std::int64_t revision = 1;                 ///< Grows with each change; for CallOptions::if_revision.
};

/// Justifications.
struct Justifications {
  std::vector<Justification> items{};  ///< By day, then as they came.
};

/// Input of justify(). Without times it is about whole days.
struct Justify {
  OrgId org_id{};                            ///< The establishment.
  PersonId pupil_id{};                       ///< The pupil.
  Date date{};                               ///< First day that it covers.
  std::optional<TimeOfDay> begins{};         ///< Default: the day's beginning.
  std::optional<Date> last_date{};           ///< At most 366 days in all; default: the first.
  std::optional<TimeOfDay> ends{};           ///< Default: the day's end.
  std::optional<std::string> reason_code{};  ///< One of reasons() that families may give.
  std::string text{};                        ///< In their words: 1 to 2 000 characters.
};

/// Gives the reason of absences within a span of time, past or to come. Each stands as it is given; the school decides.
///
/// Permission: attendance.justify on the pupil: a guardian who decides on usual acts, a pupil of age, the school.
/// Errors: invalid_argument (attendance.span_empty, attendance.span_too_long, attendance.reason_unknown,
/// attendance.reason_unfit, text.too_short, text.too_long), not_found (person.not_found), failed_precondition (attendance.not_a_pupil). Since 0.1.
Result<Justification> justify(Session& session, const Justify& input, const CallOptions& options = {});

/// Input of decide().
struct Decide {
  JustificationId id{};                 ///< The justification.
  Decision decision{};                  ///< What the school thinks of it.
  std::optional<std::string> answer{};  ///< To the family: 1 to 1 000 characters.
};

/// Accepts or refuses a justification: the time that accepted ones cover together is justified. A decision may be changed.
/// The guardians who are told of daily life get a delivery.
///
/// Permission: attendance.validate on the pupil.
/// Errors: invalid_argument (text.too_short, text.too_long), not_found (attendance.justification_not_found), conflict
/// (call.stale_revision). Since 0.1.
Result<Justification> decide(Session& session, const Decide& input, const CallOptions& options = {});

/// Input of justifications().
struct ListJustifications {
  OrgId org_id{};                    ///< The establishment.
  std::optional<Date> first_date{};  ///< Those that cover a day from here on; default: 61 days before the last.
  std::optional<Date> last_date{};   ///< At most 61 days later; default: 61 days after the first, or after the session's date.
  bool waiting = true;             ///< Only those on which nothing is decided.
};

/// The justifications that a school has been given.
///
/// Permission: attendance.read on the unit, by its staff. Errors: invalid_argument (field.range), not_found (org.not_found). Since 0.1.
Result<Justifications> justifications(Session& session, const ListJustifications& input, const CallOptions& options = {});

/// A half-day that a pupil missed.
struct MissedHalfDay {
  Date date{};              ///< The day.
  calendar::HalfDay half_day{};  ///< Which half.
  bool justified = false;   ///< Reasons that were accepted cover together what was missed of it.
  std::int32_t minutes = 0; ///< Of open time missed.
};

/// Figures of attendance.
struct Totals {
  std::int32_t half_days = 0;            ///< Missed,
  std::int32_t justified_half_days = 0;  ///< of these justified,
  std::int32_t unjustified_half_days = 0;///< of these not.
  std::int32_t missed_minutes = 0;       ///< Of open time, latenesses left out.
  std::int32_t latenesses = 0;           ///< Latenesses,
  std::int32_t lateness_minutes = 0;     ///< and their minutes in all.
};

/// What absenteeism calls for.
struct AlertView {
  Date first_date{};           ///< The window: its first day,
  Date last_date{};            ///< and its last.
  std::int32_t half_days = 0;  ///< Unjustified, in the window.
  Date reached_on{};           ///< When the threshold was reached.
  AlertRule rule{};            ///< What calls for it.
};

/// Input of of_pupil() and absenteeism().
struct OfPupil {
  OrgId org_id{};              ///< The establishment.
  PersonId pupil_id{};         ///< The pupil.
  std::optional<Date> first_date{};  ///< Default: the first of the month of the last.
  std::optional<Date> last_date{};   ///< At most 61 days later; default: the last of the month of the first, or of the session's date.
};

/// The attendance of a pupil.
struct PupilView {
  std::vector<Entry> entries{};                  ///< What stands, by beginning.
  std::vector<Justification> justifications{};   ///< By day.
  std::vector<MissedHalfDay> half_days{};        ///< Missed, in their order.
  Totals totals{};                               ///< Of the span asked for.
  std::vector<AlertView> alerts{};               ///< Those that the half-days of the span call for, rule by rule as the policy has them, then by day.
};

/// Absences, justifications, half-days and totals of a pupil over at most 62 days.
///
/// Permission: attendance.read on the pupil. Errors: invalid_argument (field.range), not_found (person.not_found). Since 0.1.
Result<PupilView> of_pupil(Session& session, const OfPupil& input, const CallOptions& options = {});

/// Alerts.
struct Alerts {
  std::vector<AlertView> items{};  ///< Rule by rule as the policy has them, then by day.
};

/// The alerts that the half-days of a pupil call for over at most 62 days, without the days and reasons: what the parents of a pupil
/// of age who has closed the rest to them are still told.
///
/// Permission: attendance.alert.read on the pupil. Errors: invalid_argument (field.range), not_found (person.not_found). Since 0.1.
Result<Alerts> absenteeism(Session& session, const OfPupil& input, const CallOptions& options = {});

/// Input of unjustified().
struct ListUnjustified {
  OrgId org_id{};              ///< The establishment.
  std::optional<Date> first_date{};  ///< Default: the first of the month of the last.
  std::optional<Date> last_date{};   ///< At most 61 days later; default: the last of the month of the first, or of the session's date.
  std::int32_t at_least = 1;   ///< Only pupils with so many half-days without an accepted reason: 1 to 200.
};

/// A pupil with half-days that nothing justifies.
struct Unjustified {
  person::Card pupil{};                    ///< The pupil.
  std::vector<MissedHalfDay> half_days{};  ///< Those without an accepted reason, in their order.
  Totals totals{};                         ///< Of the span asked for.
  std::vector<AlertView> alerts{};         ///< Those that the half-days of the span call for, rule by rule as the policy has them, then by day.
};

/// Pupils with half-days that nothing justifies.
struct UnjustifiedList {
  std::vector<Unjustified> items{};  ///< Those with most of them first, then by name.
};

/// The pupils of a school with half-days that no accepted reason justifies.
///
/// Permission: attendance.read on the unit, by its staff. Errors: invalid_argument (field.range), not_found (org.not_found). Since 0.1.
Result<UnjustifiedList> unjustified(Session& session, const ListUnjustified& input, const CallOptions& options = {});

/// Input of of_division().
struct OfDivision {
  GroupId group_id{};                ///< A division.
  std::optional<Date> first_date{};  ///< Default: the first of the month of the last.
  std::optional<Date> last_date{};   ///< At most 61 days later; default: the last of the month of the first, or of the session's date.
};

/// The attendance of a pupil of a class.
struct DivisionLine {
  person::Card pupil{};                    ///< The pupil.
  Totals totals{};                         ///< Of the days on which they are in the division and a pupil of the school.
  std::int32_t expected = 0;               ///< Half-days on which school is on those days.
  std::optional<Decimal> absence_rate{};   ///< Of these missed, percent with two decimals; none: nothing was expected.
};

/// The attendance of a class.
struct DivisionView {
  std::vector<DivisionLine> items{};       ///< The pupils who are in it on some of the days and whose attendance the actor may read, by name.
  Totals totals{};                         ///< Of all who are in it.
  std::int32_t expected = 0;               ///< Half-days of all pupils in all.
  std::optional<Decimal> absence_rate{};   ///< Half-days missed of those expected, percent with two decimals; none: nothing was expected.
};

/// The attendance of a class over at most 62 days, pupil by pupil and in all. Of pupils who come or leave it counts the days on which
/// they are in the class.
///
/// Permission: attendance.read on the division, by the staff.
/// Errors: invalid_argument (field.range, group.not_division), not_found (group.not_found). Since 0.1.
Result<DivisionView> of_division(Session& session, const OfDivision& input, const CallOptions& options = {});

/// One who is not there, or not the whole time, in a register.
struct Mark {
  PersonId pupil_id{};                       ///< A pupil of the register, named once.
  Kind kind{};                               ///< Absence, lateness or departure.
  std::optional<std::int32_t> minutes{};     ///< Of a lateness: 1 to 300, and less than the register lasts.
  std::optional<TimeOfDay> left_at{};        ///< Of a departure.
  std::optional<std::string> comment{};      ///< At most 1 000 characters; empty: none; default: what stands, while kind and time stay.
};

/// Input of take(): either a lesson, or a division with a day and a half-day.
struct Take {
  std::vector<Mark> marks{};                    ///< Those who are not there, or not the whole time. Empty: nobody is missing.
  std::optional<GroupId> division_id{};         ///< The division,
  std::optional<Date> date{};                   ///< the day
  std::optional<calendar::HalfDay> half_day{};  ///< and the half-day.
  std::optional<LessonId> lesson_id{};          ///< The lesson.
};

/// What taking a register came to.
struct Taken {
  std::int32_t called = 0;            ///< Pupils in it,
  std::int32_t present = 0;           ///< of these there (late ones and those who left too),
  std::int32_t absent = 0;            ///< of these absent.
  std::vector<EntryId> entry_ids{};   ///< What it recorded, in the order of the marks.
  Instant taken_at{};                 ///< When.
  std::int64_t revision = 1;          ///< For CallOptions::if_revision of the next take().
};

/// A pupil in a register.
struct Line {
  person::Card pupil{};               ///< The pupil.
  std::optional<Entry> entry{};       ///< What the register says of a pupil who was missing, late, or left.
  bool announced = false;             ///< An absence of this time is known from elsewhere.
};

/// A register.
struct Register {
  std::optional<GroupId> division_id{};         ///< Of a half-day: the division
  std::optional<calendar::HalfDay> half_day{};  ///< and the half-day.
  std::optional<LessonId> lesson_id{};          ///< Of a lesson: which.
  Date date{};                         ///< The day.
  TimeOfDay begins{};                  ///< When the lesson is, or the school is open:
  TimeOfDay ends{};                    ///< from, to.
  bool taken = false;                  ///< Somebody has taken it, and its lesson was not moved to a later time since.
  std::int32_t called = 0;             ///< Pupils in it,
  std::int32_t present = 0;            ///< of these there (late ones and those who left too),
  std::int32_t absent = 0;             ///< of these absent.
  std::vector<Line> lines{};           ///< The pupils whose attendance the actor may read, by name.
  std::optional<person::Card> author{};///< Who took it last.
  std::optional<Instant> taken_at{};   ///< When.
  std::int64_t revision = 0;           ///< 0: never taken. For CallOptions::if_revision of the next take().
};

/// Takes the register of a lesson, or of a division for a half-day, in one call. That of a lesson calls the pupils who are
/// in its groups on its day, and goes where the lesson is moved; a cancelled lesson has none. Taken again, with the revision
/// that was read, it replaces what stood: who is no longer named was there. The guardians who are told of daily life get a
/// delivery about each pupil who is missing, late or left, unless they have been told of the same half-day.
///
/// Permission: attendance.take on the division, or on a group of the lesson; a teacher, who of a lesson is the one that gives
/// it, to the end of the day. Nobody takes a register more than 15 minutes before it begins.
/// Errors: invalid_argument (attendance.one_register, attendance.not_on_register, attendance.named_twice,
/// attendance.kind_unexpected, attendance.minutes_missing, attendance.time_missing, attendance.time_outside, field.range,
/// text.too_short, text.too_long), not_found (group.not_found, timetable.no_lesson), failed_precondition (attendance.closed,
/// attendance.not_a_division, attendance.pause, attendance.to_come, timetable.cancelled), conflict (attendance.taken: it was, and no revision was
/// given; call.stale_revision). Since 0.1.
Result<Taken> take(Session& session, const Take& input, const CallOptions& options = {});

/// Input of get_register(): either a lesson, or a division with a day and a half-day.
struct GetRegister {
  std::optional<GroupId> division_id{};         ///< The division,
  std::optional<Date> date{};                   ///< the day
  std::optional<calendar::HalfDay> half_day{};  ///< and the half-day.
  std::optional<LessonId> lesson_id{};          ///< The lesson.
};

/// A register: who is in it, who is expected not to come, and what was taken.
///
/// Permission: attendance.read on the division, or on a group of the lesson, by the staff.
/// Errors: invalid_argument (attendance.one_register), not_found (group.not_found, timetable.no_lesson), failed_precondition
/// (attendance.closed, attendance.not_a_division, attendance.pause, timetable.cancelled). Since 0.1.
Result<Register> get_register(Session& session, const GetRegister& input, const CallOptions& options = {});

/// Whether a register is taken.
struct RegisterState {
  std::optional<GroupId> division_id{};         ///< Of a half-day: the division
  std::optional<calendar::HalfDay> half_day{};  ///< and the half-day.
  std::optional<LessonId> lesson_id{};  ///< Of a lesson: which.
  std::string division{};               ///< The name of the division; of a lesson, those of its groups.
  TimeOfDay begins{};                   ///< When the lesson is, or the school is open:
  TimeOfDay ends{};                     ///< from, to.
  std::optional<std::string> subject_code{};  ///< Of a lesson: what is taught
  std::vector<person::Card> teachers{}; ///< and by whom, by name.
  bool taken = false;                   ///< Somebody has taken it, and its lesson was not moved to a later time since.
  std::int32_t called = 0;              ///< Pupils in it when it was taken; of one not taken, those in the division or the groups.
  std::int32_t present = 0;             ///< There when it was taken, late ones and those who left too.
  std::int32_t absent = 0;              ///< Absent when it was taken.
  std::optional<Instant> taken_at{};    ///< When.
};

/// Input of registers().
struct ListRegisters {
  OrgId org_id{};                     ///< The establishment.
  std::optional<Date> date{};         ///< The day; default: the session's date.
  std::optional<bool> taken{};        ///< Only those that are, or are not, taken.
};

/// Registers.
struct RegisterStates {
  std::vector<RegisterState> items{};  ///< Those of half-days, by half-day and name, then those of lessons, by time.
};

/// The registers of a day: taken and not taken. In a school of the second degree that has lessons on the day they are those
/// of its lessons, else those of its divisions for each half-day on which it is open; what was taken is told in any case.
///
/// Permission: attendance.read, on each division, or on a group of each lesson, by the staff. Errors: not_found (org.not_found). Since 0.1.
Result<RegisterStates> registers(Session& session, const ListRegisters& input, const CallOptions& options = {});

/// Input of board().
struct GetBoard {
  OrgId org_id{};              ///< The establishment.
  std::optional<Date> date{};  ///< The day; default: the session's date.
};

/// A day of a school at a glance.
struct Board {
  Date date{};                             ///< The day.
  std::vector<RegisterState> registers{};  ///< As those of registers().
  std::int32_t called = 0;                 ///< Over the registers that are taken: pupils called,
  std::int32_t present = 0;                ///< of these there,
  std::int32_t absent = 0;                 ///< of these absent.
  std::int32_t missing = 0;                ///< Registers that are not taken.
  std::int32_t waiting = 0;                ///< Justifications on which nothing is decided.
  std::vector<Entry> entries{};            ///< What stands of the day, by beginning, then by name.
};

/// What a school knows of a day, as soon as it is recorded.
///
/// Permission: attendance.read on the unit, by its staff. Errors: not_found (org.not_found). Since 0.1.
Result<Board> board(Session& session, const GetBoard& input, const CallOptions& options = {});

}  // namespace ent::attendance
