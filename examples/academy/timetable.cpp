// The week of a school: each class in its room, nobody in two places but where the plan wants it so.
#include <algorithm>
#include <iterator>

#include "ent/calendar.hpp"
#include "ent/period.hpp"
#include "ent/room.hpp"
#include "ent/timetable.hpp"
#include "school.hpp"

namespace academy {

using namespace std::chrono_literals;
using ent::TimeOfDay;
using ent::timetable::NewSlot;
using ent::calendar::Weekday;

namespace {

constexpr ent::Date end_of_year{2027y / 7 / 3};
constexpr std::int32_t begins_at[] = {8 * 60, 9 * 60, 10 * 60, 11 * 60, 13 * 60 + 30, 14 * 60 + 30, 15 * 60 + 30};
constexpr std::int32_t minutes_of_a_lesson = 55;
constexpr std::int32_t periods_a_day = static_cast<std::int32_t>(std::size(begins_at));

/// A place of the week, as one number: weekday and period.
constexpr std::int32_t place(std::int32_t weekday, std::int32_t period) { return weekday * 10 + period; }

std::vector<std::int32_t> places_of_a_week() {
  std::vector<std::int32_t> places;
  for (std::int32_t period = 0; period < periods_a_day; ++period) {
    for (std::int32_t weekday = 1; weekday <= 5; ++weekday) {
      if (weekday != 3 || period < 4) places.push_back(place(weekday, period));  // Wednesday afternoons are free
    }
  }
  return places;
}

ent::RoomId add_room(World& world, ent::OrgId school, const std::string& code, const std::string& name) {
  return ent::room::add(world.host, {.org_id = school, .code = code, .name = name}).value().id;
}

NewSlot slot(std::int32_t where, const Division& division, const Service& service, ent::RoomId room) {
  const std::int32_t begins = begins_at[where % 10];
  return {.weekday = static_cast<Weekday>(where / 10),
          .begins = {begins},
          .ends = {begins + minutes_of_a_lesson},
          .subject_code = service.subject,
          .group_ids = {division.id},
          .teacher_ids = {service.teacher},
          .room_ids = {room}};
}

/// The lessons of one class. Those with a place of their own are placed first, in all classes.
class Week {
 public:
  Week(World& world, const SchoolPlan& plan, School& school) : world_(world), plan_(plan), school_(school) {}

  std::vector<NewSlot> slots() {
    for (std::size_t i = 0; i < school_.divisions.size(); ++i) {
      const Division& division = school_.divisions[i];
      rooms_.push_back(add_room(world_, school_.id, "S" + std::to_string(101 + i), "Salle de " + division.code));
      for (const FixedLesson& fixed : plan_.fixed) {
        for (const Service& service : division.services) {
          if (fixed.division == division.code && fixed.subject == service.subject) put(i, service, place(fixed.weekday, fixed.period));
        }
      }
    }
    for (std::size_t i = 0; i < school_.divisions.size(); ++i) place_all(i);
    return std::move(placed_);
  }

 private:
  void put(std::size_t index, const Service& service, std::int32_t where) {
    taken_[index][where] = true;
    world_.teaches[service.teacher][where] = true;
    ++given_[{index, service.subject}];
    placed_.push_back(slot(where, school_.divisions[index], service, rooms_[index]));
  }

  /// The first free place of the week, from one on that differs from class to class and from hour to hour.
  void place_all(std::size_t index) {
    std::size_t turn = index * 5;
    for (const Service& service : school_.divisions[index].services) {
      while (given_[{index, service.subject}] < service.hours) {
        const auto found = free_place(index, service.teacher, turn += 6);
        if (found == 0) break;  // the week is full for one of the two
        put(index, service, found);
      }
    }
  }

  std::int32_t free_place(std::size_t index, ent::PersonId teacher, std::size_t from) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const std::int32_t where = places_[(from + i) % places_.size()];
      if (!taken_[index].contains(where) && !world_.teaches[teacher].contains(where)) return where;
    }
    return 0;
  }

  World& world_;
  const SchoolPlan& plan_;
  School& school_;
  const std::vector<std::int32_t> places_ = places_of_a_week();
  std::vector<ent::RoomId> rooms_;
  std::vector<NewSlot> placed_;
  std::map<std::size_t, std::map<std::int32_t, bool>> taken_;
  std::map<std::pair<std::size_t, std::string>, std::int32_t> given_;
};

/// In the first degree a class has half-days, without a subject.
std::vector<NewSlot> half_days(World& world, const School& school) {
  std::vector<NewSlot> slots;
  for (std::size_t i = 0; i < school.divisions.size(); ++i) {
    const Division& division = school.divisions[i];
    const ent::RoomId room = add_room(world, school.id, "C" + std::to_string(1 + i), "Classe de " + division.code);
    for (std::int32_t weekday = 1; weekday <= 5; ++weekday) {
      for (const auto& [begins, ends] : {std::pair(8 * 60 + 30, 11 * 60 + 45), std::pair(13 * 60 + 30, 15 * 60 + 45)}) {
        if (weekday == 3 && begins > 12 * 60) continue;
        slots.push_back({.weekday = static_cast<Weekday>(weekday),
                         .begins = {begins},
                         .ends = {ends},
                         .subject_code = std::nullopt,
                         .group_ids = {division.id},
                         .teacher_ids = {division.services.front().teacher},
                         .room_ids = {room},
                         .kind = std::nullopt,
                         .label = begins < 12 * 60 ? "Matinée de classe" : "Après-midi de classe"});
      }
    }
  }
  return slots;
}

void divide_year(World& world, const SchoolPlan& plan, const School& school) {
  std::vector<ent::period::Dates> periods;
  ent::Date first{2026y / 9 / 1};
  for (const auto& [name, last] : plan.periods) {
    periods.push_back({.name = name, .first_day = first, .last_day = last});
    first = last + std::chrono::days(1);
  }
  const std::string code = periods.size() == 2 ? "semestres" : "trimestres";
  ent::period::set(world.host, {.org_id = school.id, .school_year = 2026, .code = code, .items = periods}).value();
}

}  // namespace

void make_timetable(World& world, const SchoolPlan& plan, School& school) {
  if (!plan.periods.empty()) divide_year(world, plan, school);
  auto slots = plan.subjects.empty() ? half_days(world, school) : Week(world, plan, school).slots();
  ent::timetable::add_slots(world.host, {.org_id = school.id, .items = std::move(slots), .valid_to = end_of_year}).value();
}

}  // namespace academy
