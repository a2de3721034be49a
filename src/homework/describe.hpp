#pragma once

#include "ent/homework.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"

namespace ent::homework {
ENT_WORDS(State, draft, published, taken_back)
ENT_RECORD(View, 0, id, group_id, group_name, subject_code, subject_name, text, due_on, due_lesson_id, lesson_cancelled, set_on,
           given_lesson_id, minutes, pupil_ids, state, done, author, revision)
ENT_RECORD(Set, 2, group_id, text, due_on, due_lesson_id, subject_code, given_lesson_id, set_on, minutes, pupil_ids, publish)
ENT_RECORD(Change, 1, id, text, due_on, due_lesson_id, set_on, minutes, pupil_ids, publish)
ENT_RECORD(Withdraw, 1, id)
ENT_RECORD(List, 2, first_day, last_day, org_id, pupil_id, teacher_id, group_id)
ENT_RECORD(Homeworks, 0, items)
ENT_RECORD(MarkDone, 1, id, done, pupil_id)
ENT_RECORD(OfDays, 2, first_day, last_day, org_id, pupil_id, group_id)
ENT_RECORD(DayLoad, 0, date, count, minutes)
ENT_RECORD(Workload, 0, items)
}  // namespace ent::homework
