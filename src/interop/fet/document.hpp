/// What a FET file says, as it says it: lists of things known by their names, which are compared as they stand.
///
/// FET is a free timetable generator. Its file holds what is to be taught, and, as constraints that must be kept, when and where.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ent::interop::fet {

/// A thing that is only named.
struct Entry {
  std::string name{};
  std::int64_t line = 0;
};

/// A set of pupils; those of one name are one set, wherever they stand.
struct Set {
  std::string name{};
  std::int64_t line = 0;
  std::int64_t students = 0;
};

struct Group {
  Set set{};
  std::vector<Set> subgroups{};
};

struct Year {
  Set set{};
  std::vector<Group> groups{};
};

struct Room {
  std::string name{};
  std::int64_t line = 0;
  std::string building{};
  std::int64_t capacity = 0;
  bool is_virtual = false;                            ///< Stands for real rooms:
  std::vector<std::vector<std::string>> choices{};    ///< one out of each of these.
};

/// What takes place once a week.
struct Activity {
  std::int64_t line = 0;
  std::int64_t id = 0;
  std::int64_t duration = 0;  ///< In hours of the file.
  bool active = true;
  std::string subject{};
  std::vector<std::string> teachers{};
  std::vector<std::string> students{};  ///< Names of years, groups and subgroups.
};

/// When an activity takes place.
struct Start {
  std::int64_t line = 0;
  std::int64_t activity = 0;
  std::string day{};
  std::string hour{};
};

/// Where an activity takes place, or is wished to.
struct Seat {
  std::int64_t line = 0;
  std::int64_t activity = 0;
  std::int64_t weight = 0;  ///< 100: it must.
  std::string room{};
  std::vector<std::string> real_rooms{};  ///< Of a virtual room.
};

/// A record or a value of which nothing is kept.
struct Problem {
  std::int64_t line = 0;
  std::string_view field{};
  std::string_view reason{};
};

struct Document {
  std::string version{};
  bool half_days = false;  ///< Each of its days is a morning or an afternoon.
  std::vector<Entry> days{}, hours{}, subjects{}, teachers{}, tags{}, buildings{};
  std::vector<Year> years{};
  std::vector<Room> rooms{};
  std::vector<Activity> activities{};
  std::vector<Start> starts{};  ///< Of the constraints of their kind those that must be kept.
  std::vector<Seat> seats{};
  std::int64_t time_constraints = 0;
  std::int64_t space_constraints = 0;
  std::vector<Problem> problems{};

  std::int64_t records() const noexcept {
    return static_cast<std::int64_t>(days.size() + hours.size() + subjects.size() + teachers.size() + years.size() + rooms.size() +
                                     activities.size()) +
           time_constraints + space_constraints;
  }
};

}  // namespace ent::interop::fet
