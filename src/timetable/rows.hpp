/// The rows of the timetable domain.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timetable/plan.hpp"
#include "unit/unit.hpp"

namespace ent::timetable::rows {

/// A group, member or room, as an argument of a statement.
inline std::int64_t key_of(Role role, std::int64_t org, std::int64_t number) noexcept {
  return static_cast<std::int64_t>(role) << 53 | org << 32 | number;
}

/// The slots in which one of these (key_of) takes part on some of the days, or one of whose lessons it was brought into,
/// as org << 32 | slot.
std::vector<std::int64_t> slots_of(unit::Unit& unit, std::span<const std::int64_t> keys, Date first, Date last);

/// All slots of a unit that hold on some of the days, or of which a lesson was moved there.
std::vector<std::int64_t> slots_in(unit::Unit& unit, std::span<const std::int64_t> orgs, Date first, Date last);

/// All states of these slots, with their parts.
std::vector<State> states(unit::Unit& unit, std::span<const std::int64_t> slots);

/// The last fact of each lesson of these slots that is planned in the weeks of the days, or was moved to one of them.
std::vector<Fact> facts(unit::Unit& unit, std::span<const std::int64_t> slots, Date first, Date last);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const State> states);
/// Ends a state on the day from which the next one holds, which is then inserted.
void end_state(unit::WriteUnit& unit, const unit::Granted& granted, const State& state, Date end);
/// A state that begins on the same day takes its place.
void remove_state(unit::WriteUnit& unit, const unit::Granted& granted, const State& state);
void end_slot(unit::WriteUnit& unit, const unit::Granted& granted, SlotId id, Date end);
void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Fact& fact, Date planned);

/// Of services, given as org << 32 | service, those that substitutions opened, in order.
std::vector<std::int64_t> opened_by_substitutions(unit::Unit& unit, std::span<const std::int64_t> services);
/// Keeps of services that they were opened by substitutions, each for a lesson of which a fact says who gives it.
void note_opened(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Planned> lessons,
                 std::span<const std::int64_t> services);

}  // namespace ent::timetable::rows
