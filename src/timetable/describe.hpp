#pragma once

#include "calendar/describe.hpp"
#include "ent/timetable.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"

namespace ent::timetable {
ENT_WORDS(Kind, lesson, pause, school_life, other)
ENT_WORDS(Shared, teacher, room, group)
ENT_RECORD(NewSlot, 3, weekday, begins, ends, subject_code, group_ids, teacher_ids, room_ids, kind, label, alternance)
ENT_RECORD(Slot, 0, id, weekday, begins, ends, kind, subject_code, label, group_ids, teacher_ids, room_ids, alternance,
           valid_from, valid_to, revision)
ENT_RECORD(AddSlots, 3, org_id, items, valid_to, valid_from)
ENT_RECORD(Slots, 0, items)
ENT_RECORD(ChangeSlot, 1, id, weekday, begins, ends, subject_code, label, group_ids, teacher_ids, room_ids, alternance,
           valid_from)
ENT_RECORD(EndSlot, 1, id, valid_to)
ENT_RECORD(ListSlots, 1, org_id, group_id)
ENT_RECORD(LessonGroup, 0, id, name)
ENT_RECORD(LessonRoom, 0, id, code)
ENT_RECORD(Lesson, 0, id, slot_id, org_id, kind, date, begins, ends, begins_at, ends_at, subject_code, subject_name, colour,
           label, groups, teachers, rooms, cancelled, moved, replaced, planned_date, planned_begins, reason)
ENT_RECORD(ListLessons, 2, first_day, last_day, org_id, person_id, group_id, room_id)
ENT_RECORD(Lessons, 0, items)
ENT_RECORD(AddLesson, 4, org_id, date, begins, ends, subject_code, group_ids, teacher_ids, room_ids, kind, label)
ENT_RECORD(LessonRef, 0, id, slot_id, date)
ENT_RECORD(CancelLesson, 1, id, reason)
ENT_RECORD(MoveLesson, 1, id, date, begins, ends, room_ids, reason)
ENT_RECORD(Replace, 2, id, teacher_ids, subject_code, reason)
ENT_RECORD(RestoreLesson, 1, id)
ENT_RECORD(Clash, 0, shared, lesson_id, other_id, date, begins, ends, person_ids, room_ids, group_ids, other_org_id)
ENT_RECORD(ListClashes, 3, org_id, first_day, last_day)
ENT_RECORD(Clashes, 0, items)
ENT_RECORD(ListOwnClashes, 2, first_day, last_day)
ENT_RECORD(CanPlace, 1, id, date, begins, ends, room_ids, teacher_ids)
ENT_RECORD(Placing, 0, fits, items, closed)
}  // namespace ent::timetable
