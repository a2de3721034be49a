/// Whose marks of a day can't be entered any more: a rule on the states of periods, and the facts that it needs.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "ent/gradebook.hpp"
#include "ent/group.hpp"
#include "ent/period.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// What was set for a group in a period; numbers in the unit.
struct StateOf {
  std::int64_t period = 0;
  std::int64_t group = 0;
  PeriodState state{};
};

/// What is open to the actor today although it is closed.
struct OpenAgain {
  std::int64_t period = 0;
  std::int64_t group = 0;
};

/// A pupil of the assessed group, by their division and the period of the day there; once more by each division for which that is published
/// with them. Member 0: nobody is in the group yet.
struct SeatIn {
  std::int64_t member = 0;
  std::int64_t division = 0;
  std::int64_t period = 0;
};

/// Those of the seats' members, in their order, whose marks in `group` are closed: by the state of their division or of the
/// group itself, unless either is open again; what is published is not opened again.
std::vector<std::int64_t> closed_members(std::int64_t group, std::span<const SeatIn> seats, std::span<const StateOf> states,
                                         std::span<const OpenAgain> again);

/// Of each day on which some are closed, the members by number; {0}: nobody is in the group, and it is closed.
using ClosedByDay = std::map<Date, std::vector<std::int64_t>>;

/// The members of the group whose marks of these days are closed to the actor. One statement where nothing of these years is closed; as
/// many for several days as for one.
ClosedByDay closed_on(unit::Unit& unit, GroupId group, std::vector<Date> days);
std::vector<std::int64_t> closed_on(unit::Unit& unit, GroupId group, Date day);

/// Of these members, wherever they are on the day, those whose marks in the group are closed to the actor; of none {0}, where the group is closed.
std::vector<std::int64_t> closed_among(unit::Unit& unit, GroupId group, Date day, std::span<const std::int64_t> members);

/// Refuses a day on which the marks of some pupil of the group are closed.
std::optional<Error> open_on(unit::Unit& unit, GroupId group, Date day);

/// Refuses a day on which it is closed to the actor to say something of a member, in no group in particular: by the state of their division,
/// from `least` on. One statement where nothing of these years is that far.
std::optional<Error> open_for(unit::Unit& unit, OrgId org, std::int64_t member, Date day, PeriodState least = PeriodState::council);

/// Whether a period that ends on this day or later is closed to the actor for the group, or for somebody whose averages draw on the subject in it:
/// who was in it then, or has a mark there. What decides is the division in which they end the period.
bool is_closed_since(unit::Unit& unit, const group::View& group, const std::string& subject, const std::vector<period::Scheme>& schemes, Date day);

}  // namespace ent::gradebook
