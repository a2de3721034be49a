/// What the operations of this domain read, and how they show it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ent/timetable.hpp"
#include "timetable/plan.hpp"
#include "unit/unit.hpp"

namespace ent::timetable {

/// These slots (org << 32 | slot), with what is said of their lessons on some days.
Timetable load(unit::Unit& unit, std::span<const std::int64_t> slots, Date first, Date last);

/// Has a timetable know until when its groups stand, and who teaches them in the place of others, on some days.
void follow_groups(unit::Unit& unit, Timetable& timetable, Date first, Date last);

/// One lesson, with what it follows from.
struct Found {
  Timetable timetable{};
  Planned lesson{};
  calendar::Almanac almanac;  ///< Of its day, and of the day that was asked for as well.

  /// Whether its unit is open then, and its groups are there; else there is no such lesson, but it may be moved.
  bool open() const { return almanac.is_open(lesson.date, TimeOfDay{lesson.begins}) && !lesson.outlives_groups(); }
};

/// A lesson that is due in its week. `also`: another day on which the calendar is to be known.
std::optional<Found> find_lesson(unit::Unit& unit, LessonId id, const std::optional<Date>& also = {});

/// Lessons out of a timetable, of whichever of its units, as they are answered.
std::vector<Lesson> show(unit::Unit& unit, const Timetable& timetable, std::span<const Planned> lessons);

/// The slots of one unit as they are answered.
std::vector<Slot> show(unit::Unit& unit, std::span<const State> states);

}  // namespace ent::timetable
