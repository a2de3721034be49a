/// What other domains may ask of the timetable.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timetable/load.hpp"

namespace ent::timetable {

/// Lessons as they stand, with what they follow from.
struct Agenda {
  Timetable timetable{};
  std::vector<Planned> lessons{};  ///< In the order of time.
};

/// The lessons that a member attends or gives on the days [first, last]. Who is absent from a lesson of theirs still has it.
Agenda lessons_of_member(unit::Unit& unit, OrgId org, std::int64_t member, Date first, Date last);

/// Those of a group; of a division, also those of the groups drawn out of it.
Agenda lessons_of_group(unit::Unit& unit, GroupId group, Date first, Date last);

/// Those in a room.
Agenda lessons_in_room(unit::Unit& unit, RoomId room, Date first, Date last);

/// These lessons of a unit, given as LessonId::number, in the order of their numbers; those that are not there are left out.
Agenda lessons_at(unit::Unit& unit, OrgId org, std::span<const std::int64_t> numbers);

/// The lessons of a unit, as LessonId::number, of which it was said at some time that they are moved to one of the days.
std::vector<std::int64_t> moved_to(unit::Unit& unit, OrgId org, Date first, Date last);

/// LessonId::number.
std::int64_t number_of(const Planned& lesson) noexcept;

}  // namespace ent::timetable
