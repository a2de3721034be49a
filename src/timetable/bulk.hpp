/// Slots by the thousand, as feeds bring them. Each function is a fixed number of statements.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "timetable/plan.hpp"
#include "unit/unit.hpp"

namespace ent::timetable::bulk {

/// Under which key a feed brought a slot, and a hash of what it said of it; 0: look again.
struct Reference {
  std::string key{};
  std::int64_t slot = 0;
  std::int64_t said = 0;
};
std::vector<Reference> references(unit::Unit& unit, OrgId org, const std::string& feed);
void refer(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& feed,
           std::span<const Reference> references);

/// The last states of these slots, in the order of their numbers.
std::vector<State> last_states(unit::Unit& unit, OrgId org, std::span<const std::int64_t> slots);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const State> states);
/// Has last states hold no longer than until a day.
void end(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const State> states, Date day);
/// Takes last states away as if they had never been; others are to come in their places.
void remove(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const State> states);

}  // namespace ent::timetable::bulk
