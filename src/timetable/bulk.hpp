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

/// All states of these slots, by slot and first day.
std::vector<State> all_states(unit::Unit& unit, OrgId org, std::span<const std::int64_t> slots);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const State> states);
/// Has last states hold no longer than until a day.
void end(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const State> states, Date day);
/// Takes states away as if they had never been: where others come in their places, or nothing names the slot any more.
void remove(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const State> states);
void forget(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& feed,
            const std::vector<std::string>& keys);

/// Of groups or rooms of a unit, by number, those that some slot or lesson names, or has named.
std::vector<std::int64_t> named_in(unit::Unit& unit, OrgId org, Role role, std::span<const std::int64_t> numbers);
/// The codes of the subjects of all slots of a unit.
std::vector<std::string> subjects_named(unit::Unit& unit, OrgId org);
/// The lessons of a unit, as LessonId::number, of which something was said since.
std::vector<std::int64_t> lessons_changed_since(unit::Unit& unit, OrgId org, Instant since);

}  // namespace ent::timetable::bulk
