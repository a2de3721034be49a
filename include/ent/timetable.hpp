/// The timetable: weekly slots, the lessons that follow from them, what is changed of a lesson, and what clashes.
///
/// Times are those of the clock on the school's wall. A lesson is never stored: it is a slot in one of its weeks, and
/// keeps its id wherever it is moved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/calendar.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/room.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent {
using SlotId = Id<struct SlotEntity>;      ///< A weekly place of a timetable.
using LessonId = Id<struct LessonEntity>;  ///< One lesson: a slot in one of its weeks.
}

namespace ent::timetable {

/// What takes place.
enum class Kind : std::int32_t {
  lesson = 1,       ///< Cours.
  pause = 2,        ///< Récréation, repas.
  school_life = 3,  ///< Permanence, heure de vie de classe.
  other = 4,        ///< Anything else.
};

/// A slot to be added.
struct NewSlot {
  calendar::Weekday weekday{};                ///< On which day of each week.
  TimeOfDay begins{};                         ///< First minute.
  TimeOfDay ends{};                           ///< The minute after the last; later than `begins`.
  std::optional<std::string> subject_code{};  ///< 1 to 40 characters; none: a half-day of the first degree, a meal...
  std::vector<GroupId> group_ids = {};        ///< At most 20.
  std::vector<PersonId> teacher_ids = {};     ///< At most 10 people known in the school.
  std::vector<RoomId> room_ids = {};          ///< At most 10.
  std::optional<Kind> kind{};                 ///< Default: a lesson.
  std::optional<std::string> label{};         ///< Shown beside the subject, or in its place: 1 to 100 characters.
  std::optional<std::string> alternance{};    ///< Only in the weeks of this alternance of the calendar: 1 to 20 characters.
};

/// A weekly place of the timetable, as it stands from a day on.
struct Slot {
  SlotId id{};                                ///< Carries its establishment.
  calendar::Weekday weekday{};                ///< On which day of each week.
  TimeOfDay begins{};                         ///< First minute.
  TimeOfDay ends{};                           ///< The minute after the last.
  Kind kind{};                                ///< What takes place.
  std::optional<std::string> subject_code{};  ///< What is taught.
  std::optional<std::string> label{};         ///< Shown beside the subject, or in its place.
  std::vector<GroupId> group_ids{};           ///< To whom.
  std::vector<PersonId> teacher_ids{};        ///< By whom.
  std::vector<RoomId> room_ids{};             ///< Where.
  std::optional<std::string> alternance{};    ///< Only in the weeks of this alternance; none: in every week.
  Date valid_from{};                          ///< First day of this state.
  Date valid_to{};                            ///< First day on which it no longer holds.
  std::int64_t revision = 1;                  ///< Grows with each change; for CallOptions::if_revision.
};

/// Input of add_slots().
struct AddSlots {
  OrgId org_id{};                    ///< An establishment.
  std::vector<NewSlot> items{};      ///< 1 to 2 000.
  Date valid_to{};                   ///< First day on which they no longer hold; within the school year of `valid_from`.
  std::optional<Date> valid_from{};  ///< Default: today.
};

/// Slots.
struct Slots {
  std::vector<Slot> items{};  ///< From Monday morning on; those that were added, as they were given.
};

/// Adds weekly slots to the timetable of a school.
///
/// Permission: timetable.edit on the establishment.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, period.empty, timetable.ends_before,
/// timetable.several_years, group.not_found, person.not_found, room.not_found), not_found (org.not_found). Since 0.1.
Result<Slots> add_slots(Session& session, const AddSlots& input, const CallOptions& options = {});

/// Input of change_slot(): what is given replaces what stands.
struct ChangeSlot {
  SlotId id{};                                             ///< The slot.
  std::optional<calendar::Weekday> weekday{};              ///< On which day; then `valid_from` is a Monday, or its first day.
  std::optional<TimeOfDay> begins{};                       ///< First minute.
  std::optional<TimeOfDay> ends{};                         ///< The minute after the last.
  std::optional<std::string> subject_code{};               ///< 1 to 40 characters.
  std::optional<std::string> label{};                      ///< 1 to 100 characters.
  std::optional<std::vector<GroupId>> group_ids{};         ///< At most 20.
  std::optional<std::vector<PersonId>> teacher_ids{};      ///< At most 10.
  std::optional<std::vector<RoomId>> room_ids{};           ///< At most 10.
  std::optional<std::string> alternance{};                 ///< At most 20 characters; the empty text: in every week.
  std::optional<Date> valid_from{};                        ///< From when on; default: today, or its first day where that is later.
};

/// Changes a slot from a day on: its lessons keep their ids, and those before that day stay as they were.
///
/// Permission: timetable.edit on the establishment.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, timetable.ends_before, timetable.before_last_change,
/// timetable.midweek, period.empty: after its end, group.not_found, person.not_found, room.not_found), not_found
/// (timetable.no_slot), conflict (call.stale_revision). Since 0.1.
Result<Slot> change_slot(Session& session, const ChangeSlot& input, const CallOptions& options = {});

/// Input of end_slot().
struct EndSlot {
  SlotId id{};                     ///< The slot.
  std::optional<Date> valid_to{};  ///< First day on which it no longer holds; default: today. Before its first day: never was.
};

/// Ends a slot. Lessons that were moved to a later day go with it.
///
/// Permission: timetable.edit on the establishment. Errors: not_found (timetable.no_slot). Since 0.1.
Result<Done> end_slot(Session& session, const EndSlot& input, const CallOptions& options = {});

/// Input of slots().
struct ListSlots {
  OrgId org_id{};                     ///< The establishment.
  std::optional<GroupId> group_id{};  ///< Only those of this group.
};

/// The weekly slots of a school that hold on the session's date.
///
/// Permission: timetable.read on the establishment, or on the group. Errors: not_found (org.not_found, group.not_found).
/// Since 0.1.
Result<Slots> slots(Session& session, const ListSlots& input, const CallOptions& options = {});

/// A group of a lesson.
struct LessonGroup {
  GroupId id{};        ///< The group.
  std::string name{};  ///< As it is shown.
};

/// A room of a lesson.
struct LessonRoom {
  RoomId id{};         ///< The room.
  std::string code{};  ///< "B204".
};

/// One lesson.
struct Lesson {
  LessonId id{};                              ///< Stays the same when the lesson is moved, or its slot changed.
  SlotId slot_id{};                           ///< The slot that it follows from.
  OrgId org_id{};                             ///< The establishment.
  Kind kind{};                                ///< What takes place.
  Date date{};                                ///< On which day.
  TimeOfDay begins{};                         ///< First minute, by the clock on the wall.
  TimeOfDay ends{};                           ///< The minute after the last.
  Instant begins_at{};                        ///< `date` and `begins` in the time zone of the establishment.
  Instant ends_at{};                          ///< Likewise of `ends`.
  std::optional<std::string> subject_code{};  ///< What is taught.
  std::optional<std::string> subject_name{};  ///< Its name in the establishment.
  std::optional<std::string> colour{};        ///< Its colour there: "#1F77B4".
  std::optional<std::string> label{};         ///< Shown beside the subject, or in its place.
  std::vector<LessonGroup> groups{};          ///< To whom, by name.
  std::vector<person::Card> teachers{};       ///< By whom, by name.
  std::vector<LessonRoom> rooms{};            ///< Where, by code.
  bool cancelled = false;                     ///< It does not take place.
  bool moved = false;                         ///< To another day, time or room than its slot says.
  bool replaced = false;                      ///< Another teacher or subject than its slot says.
  std::optional<Date> planned_date{};         ///< Of one that was moved to another time: the day in its slot,
  std::optional<TimeOfDay> planned_begins{};  ///< and the time.
  std::optional<std::string> reason{};        ///< Why it was cancelled, moved or replaced, where that was said.
};

/// Input of lessons(): exactly one of `person_id` (with `org_id`), `group_id` and `room_id`.
struct ListLessons {
  Date first_day{};                     ///< First day.
  Date last_day{};                      ///< Last day; at most 62 days.
  std::optional<OrgId> org_id{};        ///< With a person: the establishment.
  std::optional<PersonId> person_id{};  ///< Those that this pupil attends, or this teacher gives.
  std::optional<GroupId> group_id{};    ///< Those of this group; of a division, also those of groups drawn out of it.
  std::optional<RoomId> room_id{};      ///< Those in this room.
};

/// Lessons.
struct Lessons {
  std::vector<Lesson> items{};  ///< In the order of their time; those that were cancelled among them.
};

/// The lessons of a person, a group or a room on some days. What the calendar closes has none: holidays, closed days and
/// half-days, days outside of the school years; nor have weeks that the alternance of a slot does not cover.
///
/// Permission: timetable.read on the person, the group, or the establishment of the room.
/// Errors: invalid_argument (period.empty, field.range, timetable.one_place), not_found (person.not_found,
/// group.not_found, room.not_found). Since 0.1.
Result<Lessons> lessons(Session& session, const ListLessons& input, const CallOptions& options = {});

/// Input of add_lesson().
struct AddLesson {
  OrgId org_id{};                             ///< An establishment.
  Date date{};                                ///< On which day.
  TimeOfDay begins{};                         ///< First minute.
  TimeOfDay ends{};                           ///< The minute after the last; later than `begins`.
  std::optional<std::string> subject_code{};  ///< 1 to 40 characters.
  std::vector<GroupId> group_ids = {};        ///< At most 20.
  std::vector<PersonId> teacher_ids = {};     ///< At most 10.
  std::vector<RoomId> room_ids = {};          ///< At most 10.
  std::optional<Kind> kind{};                 ///< Default: a lesson.
  std::optional<std::string> label{};         ///< 1 to 100 characters.
};

/// What identifies a lesson.
struct LessonRef {
  LessonId id{};     ///< The lesson.
  SlotId slot_id{};  ///< Its slot.
  Date date{};       ///< Its day.
};

/// Adds a single lesson: a slot of one day.
///
/// Permission: timetable.edit on the establishment.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, timetable.ends_before, group.not_found,
/// person.not_found, room.not_found), not_found (org.not_found), failed_precondition (timetable.closed). Since 0.1.
Result<LessonRef> add_lesson(Session& session, const AddLesson& input, const CallOptions& options = {});

/// Input of cancel_lesson().
struct CancelLesson {
  LessonId id{};                        ///< The lesson.
  std::optional<std::string> reason{};  ///< As those may read it who see the lesson: 1 to 200 characters.
};

/// Says that a lesson does not take place.
///
/// Permission: timetable.edit on the establishment.
/// Errors: invalid_argument (text.too_short, text.too_long), not_found (timetable.no_lesson), failed_precondition
/// (timetable.cancelled). Since 0.1.
Result<LessonRef> cancel_lesson(Session& session, const CancelLesson& input, const CallOptions& options = {});

/// Input of move_lesson(): what is left out stays as it is.
struct MoveLesson {
  LessonId id{};                                  ///< The lesson.
  std::optional<Date> date{};                     ///< To which day.
  std::optional<TimeOfDay> begins{};              ///< First minute; the length stays unless `ends` is given.
  std::optional<TimeOfDay> ends{};                ///< The minute after the last.
  std::optional<std::vector<RoomId>> room_ids{};  ///< At most 10.
  std::optional<std::string> reason{};            ///< 1 to 200 characters.
};

/// Moves a lesson to another day, time or room at which the school is open. Whether it fits there, can_place() says before.
/// A lesson that a closed day took away can be moved, too.
///
/// Permission: timetable.edit on the establishment.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, timetable.ends_before, room.not_found), not_found
/// (timetable.no_lesson), failed_precondition (timetable.cancelled, timetable.closed, timetable.groups_ended). Since 0.1.
Result<LessonRef> move_lesson(Session& session, const MoveLesson& input, const CallOptions& options = {});

/// Input of replace().
struct Replace {
  LessonId id{};                              ///< The lesson.
  std::vector<PersonId> teacher_ids{};        ///< Who gives it instead: 1 to 10 teachers of the school.
  std::optional<std::string> subject_code{};  ///< What is taught instead: 1 to 40 characters; default: the same.
  std::optional<std::string> reason{};        ///< 1 to 200 characters.
};

/// Has somebody else give a lesson. On its day they have the rights of a teacher of its groups.
///
/// Permission: timetable.substitute on the establishment.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, person.not_found), not_found
/// (timetable.no_lesson), failed_precondition (timetable.cancelled, group.no_teacher). Since 0.1.
Result<LessonRef> replace(Session& session, const Replace& input, const CallOptions& options = {});

/// Input of restore_lesson().
struct RestoreLesson {
  LessonId id{};  ///< The lesson.
};

/// Takes back what was changed of a lesson: it takes place as its slot says. That it was changed stays known.
///
/// Permission: timetable.edit on the establishment.
/// Errors: not_found (timetable.no_lesson), failed_precondition (timetable.unchanged). Since 0.1.
Result<LessonRef> restore_lesson(Session& session, const RestoreLesson& input, const CallOptions& options = {});

/// What two lessons have in common at one time.
enum class Shared : std::int32_t {
  teacher = 1,  ///< The same person gives both.
  room = 2,     ///< Both are in the same room.
  group = 3,    ///< Pupils attend both: the same group, one drawn out of the other, or groups with common members.
};

/// Two lessons that cannot both take place.
struct Clash {
  Shared shared{};                        ///< What they have in common.
  LessonId lesson_id{};                   ///< The one; of can_place(), the lesson that is to be placed.
  LessonId other_id{};                    ///< The other.
  Date date{};                            ///< On which day.
  TimeOfDay begins{};                     ///< From when on both take place
  TimeOfDay ends{};                       ///< until when.
  std::vector<PersonId> person_ids{};     ///< The teachers of both.
  std::vector<RoomId> room_ids{};         ///< The rooms of both.
  std::vector<GroupId> group_ids{};       ///< The groups of `lesson_id` that meet one of the other.
  std::optional<OrgId> other_org_id{};    ///< Where the other lesson is in another establishment: which.
};

/// Input of clashes().
struct ListClashes {
  OrgId org_id{};    ///< The establishment.
  Date first_day{};  ///< First day.
  Date last_day{};   ///< Last day; at most 62 days.
};

/// Clashes.
struct Clashes {
  std::vector<Clash> items{};  ///< In the order of time.
};

/// Which lessons of a school cannot both take place: one teacher, room or pupil in two of them. Of teachers who also
/// teach elsewhere, the lessons there count as well.
///
/// Permission: timetable.edit on the establishment.
/// Errors: invalid_argument (period.empty, field.range), not_found (org.not_found). Since 0.1.
Result<Clashes> clashes(Session& session, const ListClashes& input, const CallOptions& options = {});

/// Input of own_clashes().
struct ListOwnClashes {
  Date first_day{};  ///< First day.
  Date last_day{};   ///< Last day; at most 62 days.
};

/// Which of the lessons that one gives cannot both take place, in whichever schools: whoever teaches in two sees both of them.
///
/// Permission: account.use; one's own lessons are one's own.
/// Errors: invalid_argument (period.empty, field.range), not_found (account.not_found: no profile is held any more). Since 0.1.
Result<Clashes> own_clashes(Session& session, const ListOwnClashes& input, const CallOptions& options = {});

/// Input of can_place(): where a lesson is to go; what is left out stays as it is.
struct CanPlace {
  LessonId id{};                                        ///< The lesson.
  std::optional<Date> date{};                           ///< On which day.
  std::optional<TimeOfDay> begins{};                    ///< First minute; the length stays unless `ends` is given.
  std::optional<TimeOfDay> ends{};                      ///< The minute after the last.
  std::optional<std::vector<RoomId>> room_ids{};        ///< In which rooms.
  std::optional<std::vector<PersonId>> teacher_ids{};   ///< By whom.
};

/// Whether a lesson can go somewhere.
struct Placing {
  bool fits = false;           ///< Nothing is against it.
  std::vector<Clash> items{};  ///< What is against it.
  bool closed = false;         ///< The school is closed then, or none of its groups is there any more.
};

/// Says whether a lesson can go to a day, time, room or teacher, and if not, against what.
///
/// Permission: timetable.edit on the establishment.
/// Errors: invalid_argument (field.range, timetable.ends_before, room.not_found, person.not_found), not_found
/// (timetable.no_lesson). Since 0.1.
Result<Placing> can_place(Session& session, const CanPlace& input, const CallOptions& options = {});

}  // namespace ent::timetable
