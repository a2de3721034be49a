// The lessons, and what is said of single ones.
#include <algorithm>

#include "base/text.hpp"
#include "group/functions.hpp"
#include "group/lookups.hpp"
#include "person/cards.hpp"
#include "person/functions.hpp"
#include "room/functions.hpp"
#include "timetable/describe.hpp"
#include "timetable/functions.hpp"
#include "timetable/load.hpp"
#include "timetable/named.hpp"
#include "timetable/rows.hpp"
#include "timetable/rules.hpp"
#include "timetable/substitutes.hpp"
#include "unit/op.hpp"

namespace ent::timetable {
namespace {

constexpr std::string_view no_lesson = "timetable.no_lesson";

/// Whose lessons are asked for: what the right is asked about.
struct Whose {
  access::Target target{};
  std::string_view not_found{};
  bool known = false;
  std::int64_t member = 0;  ///< Of a person.

  person::Member someone() const { return {member, target.person}; }
};

Whose asked(unit::Unit& unit, const ListLessons& input) {
  if (input.person_id) {
    const auto found = person::find(unit, *input.org_id, *input.person_id);
    return {{.org = input.org_id->value, .person = input.person_id->value}, "person.not_found", found.has_value(),
            found ? found->member : 0};
  }
  if (input.group_id) {
    const access::Target target{.org = input.group_id->establishment(), .group = input.group_id->number()};
    return {target, "group.not_found", group::find(unit, *input.group_id).has_value()};
  }
  const RoomId room = *input.room_id;
  return {{.org = room.establishment()}, "room.not_found", !room::shown(unit, std::span(&room.value, 1)).empty()};
}

Agenda agenda_asked(unit::Unit& unit, const ListLessons& input, const Whose& whose) {
  const Date first = input.first_day, last = input.last_day;
  if (input.person_id) return lessons_of_member(unit, Perm::timetable_read, *input.org_id, whose.someone(), first, last);
  if (input.group_id) return lessons_of_group(unit, Perm::timetable_read, *input.group_id, first, last);
  return lessons_in_room(unit, *input.room_id, first, last);
}

void mask(Lesson& lesson) {
  lesson.teachers.clear();
  lesson.subject_code = lesson.subject_name = lesson.colour = lesson.label = lesson.reason = std::nullopt;
}

/// timetable.lessons
Result<Lessons> lessons_(Read<Perm::timetable_read>& unit, const ListLessons& input) {
  const bool person = input.person_id.has_value(), group = input.group_id.has_value(), room = input.room_id.has_value();
  if (int{person} + int{group} + int{room} != 1 || person != input.org_id.has_value())
    return base::fail(Errc::invalid_argument, "timetable.one_place");
  ENT_REFUSE(well_formed_span(input.first_day, input.last_day));
  const Whose whose = asked(unit, input);
  ENT_TRY(granted, unit.may(whose.target, whose.not_found));
  if (!whose.known) return base::fail(Errc::not_found, whose.not_found);
  const Agenda agenda = agenda_asked(unit, input, whose);
  Lessons lessons{show(unit, agenda.timetable, agenda.lessons)};
  if (granted.mask() != access::Mask::full) std::ranges::for_each(lessons.items, mask);
  return lessons;
}

/// Writes what is said of a lesson.
LessonRef say(unit::WriteUnit& unit, const unit::Granted& granted, const Planned& lesson, Fact fact) {
  keep_what_differs(fact, lesson);
  Planned next = lesson;
  next.fact = &fact;
  next.date = fact.date.value_or(lesson.planned);
  Substitutes substitutes(OrgId{fact.org});
  substitutes.add(lesson);
  substitutes.add(next);
  rows::insert(unit, granted, fact, lesson.planned);
  substitutes.renew_services(unit, granted);
  return {id_of(next), make_id<SlotId>(fact.org, fact.slot), next.date};
}

/// timetable.cancel_lesson
Result<LessonRef> cancel_lesson_(Write<Perm::timetable_edit>& unit, const CancelLesson& input) {
  // facts
  const auto found = find_lesson(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may({.org = input.id.establishment()}, no_lesson));
  if (!found || !found->open()) return base::fail(Errc::not_found, no_lesson);
  // rule
  ENT_REFUSE(well_formed(input));
  if (found->lesson.cancelled()) return base::fail(Errc::failed_precondition, "timetable.cancelled");
  // rows
  Fact fact = next_fact(found->lesson, FactKind::cancelled, input.reason);
  fact.cancelled = true;
  const LessonRef said = say(unit, granted, found->lesson, std::move(fact));
  // event
  unit.publish(granted, "timetable.lesson_was_cancelled", said.id.value);
  return said;
}

/// timetable.move_lesson
Result<LessonRef> move_lesson_(Write<Perm::timetable_edit>& unit, const MoveLesson& input) {
  // facts
  const auto found = find_lesson(unit, input.id, input.date);
  Named named;
  named.add({}, {}, input.room_ids.value_or(std::vector<RoomId>{}));
  named.find(unit, OrgId{input.id.establishment()}, unit.today());
  // guard
  ENT_TRY(granted, unit.may({.org = input.id.establishment()}, no_lesson));
  if (!found) return base::fail(Errc::not_found, no_lesson);
  // rule
  ENT_REFUSE(well_formed(input));
  if (found->lesson.cancelled()) return base::fail(Errc::failed_precondition, "timetable.cancelled");
  ENT_TRY(place, place_of(found->lesson, input.date, input.begins, input.ends));
  base::Fields fields;
  if (input.room_ids) named.check(fields, *input.room_ids, "/room_ids");
  ENT_REFUSE(fields.error());
  if (!found->almanac.is_open(place.date, TimeOfDay{place.begins})) return base::fail(Errc::failed_precondition, "timetable.closed");
  Planned moved = found->lesson;
  moved.date = place.date;
  if (moved.outlives_groups()) return base::fail(Errc::failed_precondition, "timetable.groups_ended");
  // rows
  Fact fact = next_fact(found->lesson, FactKind::moved, input.reason);
  if (input.date) fact.date = place.date;
  if (input.begins || input.ends) {
    fact.begins = place.begins;
    fact.ends = place.ends;
  }
  if (input.room_ids) {
    fact.rooms = true;
    put(fact.parts, Role::room, named.numbers(*input.room_ids));
  }
  const LessonRef said = say(unit, granted, found->lesson, std::move(fact));
  // event
  unit.publish(granted, "timetable.lesson_was_moved", said.id.value);
  return said;
}

/// timetable.replace
Result<LessonRef> replace_(Write<Perm::timetable_substitute>& unit, const Replace& input) {
  // facts
  const auto found = find_lesson(unit, input.id);
  const OrgId org{input.id.establishment()};
  Named named;
  named.add({}, input.teacher_ids, {});
  named.find(unit, org, unit.today());
  // guard
  ENT_TRY(granted, unit.may({.org = org.value}, no_lesson));
  if (!found || !found->open()) return base::fail(Errc::not_found, no_lesson);
  // rule
  ENT_REFUSE(well_formed(input));
  if (found->lesson.cancelled()) return base::fail(Errc::failed_precondition, "timetable.cancelled");
  base::Fields fields;
  named.check(fields, input.teacher_ids, "/teacher_ids");
  ENT_REFUSE(fields.error());
  Fact fact = next_fact(found->lesson, FactKind::replaced, input.reason);
  fact.teachers = true;
  if (input.subject_code) fact.subject = std::string(base::trim(*input.subject_code));
  put(fact.parts, Role::teacher, named.numbers(input.teacher_ids));
  const auto members = numbers_of(fact.parts, Role::teacher);
  if (person::teachers_among(unit, org, members, found->lesson.date).size() != members.size())
    return base::fail(Errc::failed_precondition, "group.no_teacher");
  // rows
  const LessonRef said = say(unit, granted, found->lesson, std::move(fact));
  // event
  unit.publish(granted, "timetable.lesson_was_replaced", said.id.value);
  return said;
}

/// timetable.restore_lesson
Result<LessonRef> restore_lesson_(Write<Perm::timetable_edit>& unit, const RestoreLesson& input) {
  // facts
  const auto found = find_lesson(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may({.org = input.id.establishment()}, no_lesson));
  if (!found) return base::fail(Errc::not_found, no_lesson);
  // rule
  if (found->lesson.fact == nullptr || found->lesson.fact->unchanged())
    return base::fail(Errc::failed_precondition, "timetable.unchanged");
  // rows
  const LessonRef said = say(unit, granted, found->lesson, next_fact(found->lesson, FactKind::restored, std::nullopt));
  // event
  unit.publish(granted, "timetable.lesson_was_restored", said.id.value);
  return said;
}

}  // namespace

extern constexpr Op op_lessons = op<&lessons_>("timetable.lessons", "0.1");
extern constexpr Op op_cancel_lesson = op<&cancel_lesson_>("timetable.cancel_lesson", "0.1");
extern constexpr Op op_move_lesson = op<&move_lesson_>("timetable.move_lesson", "0.1");
extern constexpr Op op_replace = op<&replace_>("timetable.replace", "0.1");
extern constexpr Op op_restore_lesson = op<&restore_lesson_>("timetable.restore_lesson", "0.1");

Result<Lessons> lessons(Session& session, const ListLessons& input, const CallOptions& options) {
  return run<Lessons>(op_lessons, session, input, options);
}
Result<LessonRef> cancel_lesson(Session& session, const CancelLesson& input, const CallOptions& options) {
  return run<LessonRef>(op_cancel_lesson, session, input, options);
}
Result<LessonRef> move_lesson(Session& session, const MoveLesson& input, const CallOptions& options) {
  return run<LessonRef>(op_move_lesson, session, input, options);
}
Result<LessonRef> replace(Session& session, const Replace& input, const CallOptions& options) {
  return run<LessonRef>(op_replace, session, input, options);
}
Result<LessonRef> restore_lesson(Session& session, const RestoreLesson& input, const CallOptions& options) {
  return run<LessonRef>(op_restore_lesson, session, input, options);
}

}  // namespace ent::timetable
