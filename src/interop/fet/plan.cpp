#include "interop/fet/plan.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace ent::interop::fet {
namespace {

using Index = std::unordered_map<std::string_view, std::int32_t>;

constexpr std::string_view dangling = "import.dangling_reference";

template <class Record>
Index index_of(const std::vector<Record>& records) {
  Index index;
  for (const Record& record : records) index.emplace(record.name, static_cast<std::int32_t>(index.size()));
  return index;
}

std::int32_t find(const Index& index, std::string_view name) {
  const auto found = index.find(name);
  return found == index.end() ? -1 : found->second;
}

void put(std::vector<std::int32_t>& numbers, std::int32_t number) {
  const auto place = std::ranges::lower_bound(numbers, number);
  if (place == numbers.end() || *place != number) numbers.insert(place, number);
}

class Planner {
 public:
  Planner(const Document& document, const Sets& sets)
      : document_(document), sets_(sets), days_(index_of(document.days)), hours_(index_of(document.hours)),
        subjects_(index_of(document.subjects)), teachers_(index_of(document.teachers)), rooms_(index_of(document.rooms)) {}

  Plan all() {
    for (const Activity& activity : document_.activities) known_.emplace(activity.id, nullptr);
    for (const Start& start : document_.starts) note_start(start);
    for (const Seat& seat : document_.seats) note_seat(seat);
    for (const Activity& activity : document_.activities) take(activity);
    return std::move(plan_);
  }

 private:
  void refuse(std::int64_t line, std::string_view field, std::string_view reason) {
    plan_.remarks.push_back({true, {line, field, reason}});
  }
  void warn(std::int64_t line, std::string_view field, std::string_view reason) {
    plan_.remarks.push_back({false, {line, field, reason}});
  }

  void note_start(const Start& start) {
    const auto activity = known_.find(start.activity);
    if (activity == known_.end()) return refuse(start.line, "Activity_Id", dangling);
    if (find(days_, start.day) < 0) return refuse(start.line, "Preferred_Day", dangling);
    if (find(hours_, start.hour) < 0) return refuse(start.line, "Preferred_Hour", dangling);
    if (activity->second != nullptr) return refuse(start.line, "Activity_Id", "import.duplicate_id");
    activity->second = &start;
  }

  void note_seat(const Seat& seat) {
    if (!known_.contains(seat.activity)) return refuse(seat.line, "Activity_Id", dangling);
    if (find(rooms_, seat.room) < 0) return refuse(seat.line, "Room", dangling);
    const Seat*& standing = seats_[seat.activity];
    if (standing == nullptr || says_more(seat, *standing)) {
      standing = &seat;
    } else if (standing->weight == seat.weight && standing->room != seat.room) {
      refuse(seat.line, "Activity_Id", "import.duplicate_id");
    }
  }

  /// A wish gives way to what must be, and a virtual room to the same with its real ones.
  static bool says_more(const Seat& seat, const Seat& standing) {
    if (seat.weight != standing.weight) return seat.weight > standing.weight;
    return seat.room == standing.room && standing.real_rooms.empty() && !seat.real_rooms.empty();
  }

  void take(const Activity& activity) {
    if (!activity.active) {
      ++plan_.inactive;
      return;
    }
    Lesson lesson{activity.id, activity.line};
    lesson.subject = find(subjects_, activity.subject);
    if (lesson.subject < 0) return refuse(activity.line, "Subject", dangling);
    for (const std::string& name : activity.teachers) take(activity, "Teacher", find(teachers_, name), lesson.teachers);
    for (const std::string& name : activity.students) take(activity, "Students", sets_.find(name), lesson.sets);
    const Start* start = known_.at(activity.id);
    if (start == nullptr) {
      ++plan_.unplaced;
      return warn(activity.line, {}, "import.unplaced");
    }
    lesson.day = find(days_, start->day);
    lesson.hour = find(hours_, start->hour);
    if (activity.duration > static_cast<std::int64_t>(document_.hours.size()) - lesson.hour)
      return refuse(activity.line, "Duration", "import.beyond_day");
    lesson.duration = static_cast<std::int32_t>(activity.duration);
    const auto seat = seats_.find(activity.id);
    if (seat != seats_.end()) take_rooms(*seat->second, lesson);
    plan_.lessons.push_back(std::move(lesson));
  }

  void take(const Activity& activity, std::string_view field, std::int32_t found, std::vector<std::int32_t>& into) {
    if (found < 0) return refuse(activity.line, field, dangling);
    put(into, found);
  }

  /// A virtual room is the real ones that are told with it, or else those of which there is no choice.
  void take_rooms(const Seat& seat, Lesson& lesson) {
    const std::int32_t number = find(rooms_, seat.room);
    const Room& room = document_.rooms[static_cast<std::size_t>(number)];
    if (!room.is_virtual) return put(lesson.rooms, number);
    for (const std::string& name : seat.real_rooms) take_real(seat, name, lesson);
    if (!seat.real_rooms.empty()) return;
    for (const auto& choice : room.choices) {
      if (choice.size() == 1) {
        take_real(seat, choice.front(), lesson);
      } else {
        warn(seat.line, "Room", "import.room_undecided");
      }
    }
  }

  void take_real(const Seat& seat, const std::string& name, Lesson& lesson) {
    const std::int32_t number = find(rooms_, name);
    const bool is_real = number >= 0 && !document_.rooms[static_cast<std::size_t>(number)].is_virtual;
    if (!is_real) return refuse(seat.line, "Real_Room", dangling);
    put(lesson.rooms, number);
  }

  const Document& document_;
  const Sets& sets_;
  const Index days_, hours_, subjects_, teachers_, rooms_;
  std::map<std::int64_t, const Start*> known_;  ///< Activities, with their times.
  std::map<std::int64_t, const Seat*> seats_;
  Plan plan_;
};

}  // namespace

Plan plan_of(const Document& document, const Sets& sets) { return Planner(document, sets).all(); }

}  // namespace ent::interop::fet
