#include "interop/fet/elements.hpp"

#include <algorithm>
#include <iterator>

namespace ent::interop::fet {
namespace {

struct Row {
  std::string_view name;
  Element element;
  Element inside;
  bool value = false;
};

using enum Element;

constexpr Row element_rows[] = {
    {"Mode", mode, root, true},
    {"Days_List", days, root},
    {"Day", day, days},
    {"Name", name, day, true},
    {"Hours_List", hours, root},
    {"Hour", hour, hours},
    {"Name", name, hour, true},
    {"Subjects_List", subjects, root},
    {"Subject", subject, subjects},
    {"Name", name, subject, true},
    {"Activity_Tags_List", tags, root},
    {"Activity_Tag", tag, tags},
    {"Name", name, tag, true},
    {"Teachers_List", teachers, root},
    {"Teacher", teacher, teachers},
    {"Name", name, teacher, true},
    {"Students_List", students, root},
    {"Year", year, students},
    {"Name", name, year, true},
    {"Number_of_Students", number_of_students, year, true},
    {"Group", group, year},
    {"Name", name, group, true},
    {"Number_of_Students", number_of_students, group, true},
    {"Subgroup", subgroup, group},
    {"Name", name, subgroup, true},
    {"Number_of_Students", number_of_students, subgroup, true},
    {"Activities_List", activities, root},
    {"Activity", activity, activities},
    {"Teacher", activity_teacher, activity, true},
    {"Subject", activity_subject, activity, true},
    {"Students", activity_students, activity, true},
    {"Duration", duration, activity, true},
    {"Id", id, activity, true},
    {"Active", active, activity, true},
    {"Buildings_List", buildings, root},
    {"Building", building, buildings},
    {"Name", name, building, true},
    {"Rooms_List", rooms, root},
    {"Room", room, rooms},
    {"Name", name, room, true},
    {"Building", room_building, room, true},
    {"Capacity", capacity, room, true},
    {"Virtual", is_virtual, room, true},
    {"Set_of_Real_Rooms", choice, room},
    {"Real_Room", real_room, choice, true},
    {"Time_Constraints_List", time_constraints, root},
    {"ConstraintActivityPreferredStartingTime", start, time_constraints},
    {"Weight_Percentage", weight, start, true},
    {"Activity_Id", activity_id, start, true},
    {"Preferred_Day", start_day, start, true},
    {"Preferred_Hour", start_hour, start, true},
    {"Active", active, start, true},
    {"Space_Constraints_List", space_constraints, root},
    {"ConstraintActivityPreferredRoom", seat, space_constraints},
    {"Weight_Percentage", weight, seat, true},
    {"Activity_Id", activity_id, seat, true},
    {"Room", seat_room, seat, true},
    {"Real_Room", real_room, seat, true},
    {"Active", active, seat, true},
};

}  // namespace

Element element_of(std::string_view called, Element inside) noexcept {
  const auto* row = std::ranges::find_if(element_rows, [&](const Row& it) { return it.inside == inside && it.name == called; });
  return row == std::end(element_rows) ? other : row->element;
}

bool is_value(Element element) noexcept {
  const auto* row = std::ranges::find(element_rows, element, &Row::element);
  return row != std::end(element_rows) && row->value;
}

std::string_view name_of(Element element) noexcept {
  const auto* row = std::ranges::find(element_rows, element, &Row::element);
  return row == std::end(element_rows) ? std::string_view() : row->name;
}

}  // namespace ent::interop::fet
