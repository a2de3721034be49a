/// A school's timetable as JSON, and the keys of its rows.
#pragma once

#include <tuple>

#include "calendar/describe.hpp"
#include "interop/undo/describe.hpp"
#include "interop/undo/week.hpp"
#include "room/describe.hpp"
#include "subject/describe.hpp"
#include "timetable/describe.hpp"

namespace ent::timetable {
ENT_WORDS(Role, group, teacher, room, service)
ENT_RECORD(Part, 0, role, number)
ENT_RECORD(State, 0, org, slot, valid_from, valid_to, origin, school_year, weekday, begins, ends, kind, subject, label,
           alternance, revision, parts)
}  // namespace ent::timetable

namespace ent::timetable::bulk {
ENT_RECORD(Reference, 0, key, slot, said)
inline auto key_of(const Reference& row) { return row.key; }
}  // namespace ent::timetable::bulk

namespace ent::group::bulk {
ENT_RECORD(Reference, 0, org, key, group)
inline auto key_of(const Reference& row) { return row.key; }
}  // namespace ent::group::bulk

namespace ent::calendar {
ENT_RECORD(DatedGrid, 0, code, valid_from, bells)
inline auto key_of(const DatedGrid& row) { return std::tuple(row.code, row.valid_from); }
}  // namespace ent::calendar

namespace ent::room {
inline auto key_of(const View& row) { return row.id.value; }
}  // namespace ent::room

namespace ent::subject {
inline auto key_of(const View& row) { return row.code; }
}  // namespace ent::subject

namespace ent::interop::undo {
ENT_RECORD(SlotStates, 0, slot, states)
ENT_RECORD(GroupTies, 0, group, divisions, parts)
ENT_RECORD(Week, 0, slots, slot_keys, groups, ties, group_keys, services, rooms, subjects, grids)
ENT_RECORD(WeekImage, 0, org_id, school_year, from, at, homework, before, after)
inline auto key_of(const SlotStates& row) { return row.slot; }
inline auto key_of(const GroupTies& row) { return row.group; }
}  // namespace ent::interop::undo
