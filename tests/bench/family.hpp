/// What the families of one class look at in the morning.
#pragma once

#include "ent/gradebook.hpp"
#include "ent/home.hpp"
#include "ent/homework.hpp"
#include "ent/timetable.hpp"
#include "term.hpp"

namespace ent::bench {

struct Family {
  PersonId pupil{};
  Session session;

  /// Of the class of this number, from 0.
  Family(const Portal& portal, std::size_t number)
      : pupil{School::first_pupil + static_cast<std::int64_t>(number) * 25},
        session(test::acting(portal, {School::first_guardian + 2 * static_cast<std::int64_t>(number) * 25}, Profile::guardian)) {}

  static constexpr int kinds = 4;
  static constexpr const char* names[kinds] = {"week", "homework", "marks", "home"};
  void read(int kind) {
    constexpr OrgId org{School::org};
    const Date sunday = monday + std::chrono::days{6};
    switch (kind) {
      case 0: must(timetable::lessons(session, {.first_day = monday, .last_day = sunday, .org_id = org, .person_id = pupil})); break;
      case 1: must(homework::list(session, {.first_day = monday, .last_day = sunday, .org_id = org, .pupil_id = pupil})); break;
      case 2: must(gradebook::of_pupil(session, {.org_id = org, .pupil_id = pupil, .first_day = monday, .last_day = last_day})); break;
      default: must(home::show(session, {})); break;
    }
  }
};

}  // namespace ent::bench
