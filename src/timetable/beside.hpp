/// Slots beside those of a feed.
#pragma once

#include <string>
#include <vector>

#include "timetable/plan.hpp"
#include "unit/unit.hpp"

namespace ent::timetable {

/// A slot as it stands from a day on.
struct Beside {
  std::string feed{};  ///< Which has brought it; empty: made by hand.
  State state{};
};

/// The slots of a unit that hold on some day from this one on and that this feed has not brought.
std::vector<Beside> slots_beside(unit::Unit& unit, OrgId org, const std::string& feed, Date from);

}  // namespace ent::timetable
