// What the states of a period say to other domains.
#include <algorithm>

#include "base/each_once.hpp"
#include "gradebook/functions.hpp"
#include "gradebook/period_rows.hpp"
#include "gradebook/seats.hpp"
#include "period/functions.hpp"

namespace ent::gradebook {

std::map<std::int64_t, PeriodState> states_in(unit::Unit& unit, const period::View& period) {
  std::map<std::int64_t, PeriodState> states;
  for (const rows::StateRow& row : rows::standing_states(unit, period)) states.emplace(row.group, row.state);
  return states;
}

std::vector<std::int64_t> locked_members(unit::Unit& unit, const period::View& period, GroupId group,
                                         std::span<const group::Seat> seats) {
  std::vector<StateOf> locked;
  for (const auto& [number, state] : states_in(unit, period)) {
    if (state >= PeriodState::locked) locked.push_back({period.id.number(), number, state});
  }
  if (locked.empty()) return {};
  std::vector<SeatIn> places;
  for (const group::Seat& seat : seats) places.push_back({seat.member, seat.division, period.id.number()});
  const auto again = rows::open_again(unit, period.org_id, unit.actor().person, unit.today());
  return closed_members(group.number(), places, locked, again);
}

std::vector<std::int64_t> published_members(unit::Unit& unit, const period::View& period, std::span<const group::Seat> seats,
                                            const std::vector<period::Scheme>& schemes) {
  std::vector<std::int64_t> members, found;
  for (const group::Seat& seat : seats) members.push_back(seat.member);
  base::keep_each_once(members);
  for (const PublishedSeat& one : published_seats(unit, period.org_id, members, {period.first_day, period.last_day})) {
    const auto division = make_id<GroupId>(period.org_id.value, one.seat.division);
    if (one.period == period.id && period::goes_by(schemes, division, one.seat.level, period.id)) found.push_back(one.seat.member);
  }
  return found;
}

bool goes_by(const group::Placed& group, const period::View& period, const std::vector<period::Scheme>& schemes) {
  if (group.school_year != period.school_year) return false;
  if (group.kind != group::Kind::division) return true;
  const auto periods = period::periods_of(schemes, group.id, group.levels);
  return std::ranges::find(periods, period.id, &period::View::id) != periods.end();
}

}  // namespace ent::gradebook
