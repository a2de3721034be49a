/// What other domains may ask of the timetable.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "group/lookups.hpp"
#include "timetable/load.hpp"

namespace ent::timetable {

/// Lessons as they stand, with what they follow from.
struct Agenda {
  Timetable timetable{};
  std::vector<Planned> lessons{};  ///< In the order of time.
};

/// The lessons that a member attends or gives on the days [first, last], as far as the actor is shown them under `perm`. Who is
/// absent from a lesson of theirs still has it.
Agenda lessons_of_member(unit::Unit& unit, Perm perm, OrgId org, const person::Member& whose, Date first, Date last);

/// Those of these groups, given as public ids, and those that these members, given as org << 32 | member, give: of several units.
Agenda lessons_among(unit::Unit& unit, std::span<const std::int64_t> groups, std::span<const std::int64_t> teachers, Date first,
                     Date last);

/// These teachers, given as org << 32 | member, and those in whose place they teach on some of the days, as keys of rows::slots_of().
std::set<std::int64_t> keys_of_teachers(unit::Unit& unit, std::span<const std::int64_t> teachers, Date first, Date last);

/// Whether somebody who is in these groups attends a lesson.
bool attends(const Planned& lesson, std::span<const group::Attendance> stays);
/// Whether a member (org << 32 | member) gives a lesson, or would if nobody replaced them.
bool gives(const Planned& lesson, std::int64_t member);

/// Those of a group; of a division, also those of the groups drawn out of it. Of each the actor may read a group under `perm`.
Agenda lessons_of_group(unit::Unit& unit, Perm perm, GroupId group, Date first, Date last);

/// Those in a room.
Agenda lessons_in_room(unit::Unit& unit, RoomId room, Date first, Date last);

/// These lessons of a unit, given as LessonId::number, in the order of their numbers; those that are not there are left out.
Agenda lessons_at(unit::Unit& unit, OrgId org, std::span<const std::int64_t> numbers);

/// The same of several units, given as public ids and in their order.
Agenda lessons_at(unit::Unit& unit, std::span<const std::int64_t> ids);

/// The lessons of these slots, given as org << 32 | slot, that others than those of the slot give on the days [first, last], were the
/// school closed then.
Agenda lessons_taken_over(unit::Unit& unit, std::span<const std::int64_t> slots, Date first, Date last);

/// The lessons of these units, as public ids, of which it was said at some time that they are moved to one of the days.
std::vector<std::int64_t> moved_to(unit::Unit& unit, std::span<const std::int64_t> orgs, Date first, Date last);

/// LessonId::number.
std::int64_t number_of(const Planned& lesson) noexcept;
LessonId id_of(const Planned& lesson) noexcept;

}  // namespace ent::timetable
