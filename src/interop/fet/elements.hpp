/// The elements of a FET file that mean something here.
#pragma once

#include <cstdint>
#include <string_view>

namespace ent::interop::fet {

enum class Element : std::uint8_t {
  other,
  root,
  mode,
  days,
  day,
  hours,
  hour,
  subjects,
  subject,
  tags,
  tag,
  teachers,
  teacher,
  students,
  year,
  group,
  subgroup,
  number_of_students,
  activities,
  activity,
  activity_teacher,
  activity_subject,
  activity_students,
  duration,
  id,
  active,
  buildings,
  building,
  rooms,
  room,
  room_building,
  capacity,
  is_virtual,
  choice,
  real_room,
  time_constraints,
  start,
  space_constraints,
  seat,
  activity_id,
  weight,
  start_day,
  start_hour,
  seat_room,
  name,
};

/// What an element is by its name and by what it stands in; others are passed over with what they hold.
Element element_of(std::string_view name, Element inside) noexcept;

/// Whether its text is what it says.
bool is_value(Element element) noexcept;

/// Its name, as notes tell it.
std::string_view name_of(Element element) noexcept;

}  // namespace ent::interop::fet
