#pragma once

#include "ent/notebook.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"
#include "timetable/describe.hpp"

namespace ent::notebook {
ENT_WORDS(State, draft, published, taken_back)
ENT_RECORD(Entry, 0, id, lesson, text, state, author, written_at, revision)
ENT_RECORD(WriteEntry, 2, lesson_id, text, publish)
ENT_RECORD(OfEntry, 1, id)
ENT_RECORD(List, 2, first_day, last_day, org_id, pupil_id, teacher_id, group_id)
ENT_RECORD(Entries, 0, items)
ENT_RECORD(Version, 0, revision, state, text, written_at, author)
ENT_RECORD(Versions, 0, items)
}  // namespace ent::notebook
