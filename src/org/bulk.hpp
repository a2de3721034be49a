/// Organisation units as directory feeds bring them. Each function is a fixed number of statements.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/org.hpp"
#include "unit/unit.hpp"

namespace ent::org::bulk {

/// How a feed knows a unit, and what it said of it last (a hash; 0: look again).
struct Reference {
  std::string key{};
  std::int64_t org = 0;
  std::int64_t said = 0;
  std::optional<std::int64_t> marked_on{};
};
/// All that a feed knows.
std::vector<Reference> references(unit::Unit& unit, const std::string& feed);
void refer(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
           std::span<const Reference> references);

/// The last state of each.
std::vector<View> units(unit::Unit& unit, std::span<const std::int64_t> orgs);
/// Units of a kind that stand on a day or later, by their codes.
std::vector<View> by_codes(unit::Unit& unit, Kind kind, std::span<const std::string> codes, Date day);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const View> units);
/// Ends the states that stand on the day from which the next ones hold.
void end_states(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const View> standing, Date end);
/// Puts corrected states in the place of those that began on the same days.
void replace(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const View> units);

/// All states of units, the last and those before.
std::vector<View> all_states(unit::Unit& unit, std::span<const std::int64_t> orgs);
/// Puts states in the place of those that began on the same days.
void put_states(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const View> units);
void delete_states(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const View> units);
/// Deletes those of the units in which nobody is and nothing is, with their links; gives which.
std::vector<std::int64_t> remove_unused(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> orgs);
void forget(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed, std::span<const std::string> keys);

/// Places units under others.
struct Placement {
  std::int64_t child = 0;
  std::int64_t parent = 0;
};
/// Under what units lie on a day, by child and parent.
std::vector<Placement> parents(unit::Unit& unit, std::span<const std::int64_t> orgs, Date day);
void place(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Placement> placements, Date from);

}  // namespace ent::org::bulk
