/// Homework: what is to be done, by when, by whom, and by whom it is done.
///
/// Homework is set for a group, or for some pupils of it, and due on a day or for a lesson. What is due for a lesson moves with
/// it. Nothing is deleted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"
#include "ent/timetable.hpp"

namespace ent {
using HomeworkId = Id<struct HomeworkEntity>;  ///< Something to be done for a day.
}

namespace ent::homework {

/// Who sees it.
enum class State : std::int32_t {
  draft = 1,      ///< Its author, and those who teach its subject to the group.
  published = 2,  ///< Also pupils and families, from the day on which it is set.
  taken_back = 3, ///< Nobody any more.
};

/// Homework.
struct View {
  HomeworkId id{};                            ///< Carries its establishment.
  GroupId group_id{};                         ///< To whom it was given.
  std::string group_name{};                   ///< As it is shown.
  std::optional<std::string> subject_code{};  ///< In which subject; none: of no subject.
  std::optional<std::string> subject_name{};  ///< Its name in the establishment.
  std::string text{};                         ///< What is to be done.
  /// For which day. Of a lesson: the day on which it stands now; where that has come before `set_on`, the one that was planned.
  Date due_on{};
  std::optional<LessonId> due_lesson_id{};    ///< For which lesson.
  bool lesson_cancelled = false;              ///< That lesson is cancelled, or its day closed: it is due on that day all the same.
  Date set_on{};                              ///< On which day it is given; families see it from then on.
  std::optional<LessonId> given_lesson_id{};  ///< In which lesson it is given.
  std::optional<std::int32_t> minutes{};      ///< How long it takes, as its author thinks.
  std::vector<PersonId> pupil_ids{};          ///< Of homework for some pupils: who. Families read their own alone.
  State state{};                              ///< Who sees it.
  std::optional<bool> done{};                 ///< Of a pupil's list, for the pupil and the family: whether it is ticked off.
  person::Card author{};                      ///< Who set it.
  std::int64_t revision{};                    ///< Counts its changes; for CallOptions::if_revision.
};

/// Input of set(): exactly one of `due_on` and `due_lesson_id`.
struct Set {
  GroupId group_id{};                            ///< A group that one teaches.
  std::string text{};                            ///< 1 to 5 000 characters.
  std::optional<Date> due_on = {};               ///< For which day: not before today and `set_on`, at most 400 days later.
  std::optional<LessonId> due_lesson_id = {};    ///< For which lesson of the group.
  std::optional<std::string> subject_code = {};  ///< A subject that one teaches the group; default: of no subject.
  std::optional<LessonId> given_lesson_id = {};  ///< In which lesson of the group it is given.
  std::optional<Date> set_on = {};               ///< Default: the day of that lesson, otherwise today.
  std::optional<std::int32_t> minutes = {};      ///< 1 to 600.
  std::vector<PersonId> pupil_ids = {};          ///< At most 200 pupils who are in the group on the due day; default: all.
  bool publish = true;                           ///< Or a draft.
};

/// Sets homework.
///
/// Permission: homework.write on the group.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, field.repeated, homework.one_due,
/// homework.due_in_past, homework.due_before_set, homework.group_ended, homework.other_lesson: the lesson is not one of the group,
/// timetable.no_lesson: nor that of a closed day, group.no_member), not_found (group.not_found), failed_precondition
/// (homework.other_subject: the actor does not teach the subject to the group). Since 0.1.
Result<View> set(Session& session, const Set& input, const CallOptions& options = {});

/// Input of change(): what is left out stays as it is.
struct Change {
  HomeworkId id{};                                      ///< The homework.
  std::optional<std::string> text{};                    ///< 1 to 5 000 characters.
  std::optional<Date> due_on{};                         ///< For which day, and no longer for a lesson.
  std::optional<LessonId> due_lesson_id{};              ///< For which lesson of the group.
  std::optional<Date> set_on{};                         ///< On which day it is given.
  std::optional<std::int32_t> minutes{};                ///< 1 to 600; 0: it is no longer said.
  std::optional<std::vector<PersonId>> pupil_ids{};     ///< Instead of those who were named; empty: the whole group.
  std::optional<bool> publish{};                        ///< False makes it a draft again.
};

/// Changes homework. That pupils have ticked it off stays.
///
/// Permission: homework.write on the group.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, field.repeated, homework.one_due,
/// homework.due_in_past, homework.due_before_set, homework.group_ended, homework.other_lesson, timetable.no_lesson,
/// group.no_member), not_found
/// (homework.not_found), failed_precondition (homework.other_author: neither its author nor a teacher of its subject), conflict
/// (call.stale_revision). Since 0.1.
Result<View> change(Session& session, const Change& input, const CallOptions& options = {});

/// Input of withdraw().
struct Withdraw {
  HomeworkId id{};  ///< The homework.
};

/// Takes homework back: nobody sees it any more. Its row stays.
///
/// Permission: homework.write on the group.
/// Errors: not_found (homework.not_found), failed_precondition (homework.other_author), conflict (call.stale_revision). Since 0.1.
Result<Done> withdraw(Session& session, const Withdraw& input, const CallOptions& options = {});

/// Input of list(): exactly one of `pupil_id`, `teacher_id` (both with `org_id`) and `group_id`.
struct List {
  Date first_day{};                      ///< First due day.
  Date last_day{};                       ///< Last due day; at most 62 days.
  std::optional<OrgId> org_id{};         ///< With a person: the establishment.
  std::optional<PersonId> pupil_id{};    ///< What this pupil has to do.
  std::optional<PersonId> teacher_id{};  ///< What this teacher has set.
  std::optional<GroupId> group_id{};     ///< What was given to this group; of a division, also to those drawn out of it.
};

/// Homework.
struct Homeworks {
  std::vector<View> items{};  ///< By due day, then in the order in which it was set.
};

/// The homework that is due on some days. Drafts are there for their author, and for those who teach the subject to the group;
/// what is for some pupils, for these and their families in the pupil's list, and for the staff. Of a division's groups those
/// are left out that one may not read.
///
/// Permission: homework.read on the pupil, on the group, or on what the teacher has set.
/// Errors: invalid_argument (period.empty, field.range, homework.one_place), not_found (person.not_found,
/// group.not_found). Since 0.1.
Result<Homeworks> list(Session& session, const List& input, const CallOptions& options = {});

/// Input of mark_done().
struct MarkDone {
  HomeworkId id{};                     ///< The homework.
  bool done = true;                    ///< False takes it back.
  std::optional<PersonId> pupil_id{};  ///< Whose; default: one's own.
};

/// A pupil ticks homework off. Teachers are told how many have, of five or more (home::show()), and never who.
///
/// Permission: homework.submit on the pupil.
/// Errors: not_found (homework.not_found: there is none, or it is not for this pupil). Since 0.1.
Result<Done> mark_done(Session& session, const MarkDone& input, const CallOptions& options = {});

/// Input of workload(): `pupil_id` with `org_id`, or `group_id`.
struct OfDays {
  Date first_day{};                    ///< First due day.
  Date last_day{};                     ///< Last due day; at most 62 days.
  std::optional<OrgId> org_id{};       ///< With a pupil: the establishment.
  std::optional<PersonId> pupil_id{};  ///< The pupil.
  std::optional<GroupId> group_id{};   ///< The group.
};

/// What is due on one day.
struct DayLoad {
  Date date{};             ///< The day.
  std::int32_t count{};    ///< Pieces of homework, of all subjects.
  std::int32_t minutes{};  ///< Minutes together; what has no estimate adds none.
};

/// What is due on some days.
struct Workload {
  std::vector<DayLoad> items{};  ///< By day; days for which nothing is due are left out.
};

/// How much published homework is due on each day, over all subjects and groups. Of a group: the most that any of its pupils has
/// on the day, by their other groups too. Families are told of the group itself alone.
///
/// Permission: homework.read on the pupil, or on the group.
/// Errors: invalid_argument (period.empty, field.range, homework.one_place), not_found (person.not_found,
/// group.not_found). Since 0.1.
Result<Workload> workload(Session& session, const OfDays& input, const CallOptions& options = {});

}  // namespace ent::homework
