#pragma once

#include "access/describe.hpp"
#include "attendance/describe.hpp"
#include "calendar/describe.hpp"
#include "ent/home.hpp"
#include "gradebook/describe.hpp"
#include "homework/describe.hpp"
#include "org/describe.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"
#include "skill/describe.hpp"
#include "timetable/describe.hpp"

namespace ent::home {
ENT_WORDS(Interface, nursery, non_reader, reader, college, lycee, adult)
ENT_WORDS(SpaceCode, school_life, communication, collaboration)
ENT_RECORD(Tile, 0, code, name, english_name, pictogram)
ENT_RECORD(Space, 0, code, name, english_name, tiles)
ENT_RECORD(ActsAs, 0, profile, org_id, org_name)
ENT_RECORD(Me, 0, person, profile, interface, profiles)
ENT_RECORD(Pupil, 0, person, org_id, org_name, division_id, division_name, level, interface)
ENT_RECORD(School, 0, org_id, name, kind, divisions, registers_due, absent_today, justifications_waiting)
ENT_RECORD(NextLesson, 0, pupil_id, lesson)
ENT_RECORD(HomeworkDue, 0, pupil_id, homework, pupils, done)
ENT_RECORD(LastMark, 0, pupil_id, subject_name, mark)
ENT_RECORD(LastLevel, 0, pupil_id, level)
ENT_RECORD(LastClaim, 0, claim, symbol, colour)
ENT_RECORD(AbsenceToJustify, 0, entry, may_justify)
ENT_RECORD(RegisterDue, 0, org_id, lesson_id, division_id, half_day, groups, subject_code, begins, ends)
ENT_RECORD(Counts, 0, homework_due, absences_to_justify, registers_due, justifications_waiting, validations_waiting)
ENT_RECORD(Show, 0, etag)
ENT_RECORD(View, 0, etag, not_modified, me, pupils, schools, spaces, administration, next_lessons, homework_due, last_marks,
           last_levels, last_claims, absences_to_justify, registers_due, counts)
ENT_RECORD(SetInterface, 2, org_id, level, interface)
ENT_RECORD(ListInterfaces, 1, org_id)
ENT_RECORD(LevelInterface, 0, level, interface)
ENT_RECORD(Interfaces, 0, items)
}  // namespace ent::home
