#include "gradebook/closing.hpp"

#include <algorithm>

#include "base/each_once.hpp"
#include "base/error.hpp"
#include "gradebook/period_rows.hpp"
#include "gradebook/seats.hpp"
#include "gradebook/target.hpp"
#include "group/divisions.hpp"
#include "group/functions.hpp"
#include "period/functions.hpp"

namespace ent::gradebook {
namespace {

PeriodState state_in(std::span<const StateOf> states, std::int64_t period, std::int64_t group) {
  const auto set = std::ranges::find_if(states, [&](const StateOf& one) { return one.period == period && one.group == group; });
  return set == states.end() ? PeriodState::open : set->state;
}

bool opened(std::span<const OpenAgain> again, std::int64_t period, std::int64_t group) {
  return std::ranges::any_of(again, [&](const OpenAgain& one) { return one.period == period && one.group == group; });
}

/// The period of a day; 0: none.
std::int64_t period_on(const std::vector<period::View>& periods, Date day) {
  const auto holds = [&](const period::View& one) { return one.first_day <= day && day <= one.last_day; };
  const auto found = std::ranges::find_if(periods, holds);
  return found == periods.end() ? 0 : found->id.number();
}

/// Where a period of these days is published with these members, whatever class they were in on that day.
void add_published(unit::Unit& unit, OrgId org, const std::vector<period::Scheme>& schemes, const Span& days, std::vector<SeatIn>& seats) {
  std::vector<std::int64_t> members;
  for (const SeatIn& seat : seats) members.push_back(seat.member);
  base::keep_each_once(members);
  for (const auto& [seat, period] : published_seats(unit, org, members, days)) {
    if (period::goes_by(schemes, make_id<GroupId>(org.value, seat.division), seat.level, period))
      seats.push_back({seat.member, seat.division, period.number()});
  }
}

SeatIn seat_in(const std::vector<period::Scheme>& schemes, std::int64_t member, GroupId division, const std::vector<std::string>& levels, Date day) {
  return {member, division.number(), period_on(period::periods_of(schemes, division, levels), day)};
}

/// Those who sit there on the day; where nobody does, the group itself.
std::vector<SeatIn> seats_in(unit::Unit& unit, const group::View& group, std::span<const group::Seat> sitting, Date day, bool some_published) {
  const OrgId org = group.org_id;
  const auto schemes = period::schemes_in(unit, org, group.school_year);
  std::vector<SeatIn> seats;
  for (const group::Seat& seat : sitting) {
    const auto levels = seat.level.empty() ? std::vector<std::string>{} : std::vector<std::string>{seat.level};
    seats.push_back(seat_in(schemes, seat.member, make_id<GroupId>(org.value, seat.division), levels, day));
  }
  if (seats.empty()) seats.push_back(seat_in(schemes, 0, group.id, group.levels, day));
  else if (some_published) add_published(unit, org, schemes, {day, day}, seats);
  return seats;
}

/// Of those who sit in a group on the day, the members whose marks in `counted_in` (0: in none) are closed.
std::vector<std::int64_t> closed_of(unit::Unit& unit, GroupId group, std::int64_t counted_in, std::span<const group::Seat> sitting, Date day,
                                    std::span<const StateOf> states) {
  const auto found = group::find(unit, group);
  if (!found) return {};
  const auto again = rows::open_again(unit, found->view.org_id, unit.actor().person, unit.today());
  const bool some_published = std::ranges::find(states, PeriodState::published, &StateOf::state) != states.end();
  return closed_members(counted_in, seats_in(unit, found->view, sitting, day, some_published), states, again);
}

/// Of the periods of a year those that are closed for somebody and end on a day or later.
std::vector<period::View> closed_periods(const std::vector<period::Scheme>& schemes, std::span<const StateOf> states, Date day) {
  std::vector<period::View> found;
  for (const period::Scheme& scheme : schemes) {
    std::ranges::copy_if(scheme.periods, std::back_inserter(found), [&](const period::View& one) {
      return one.last_day >= day && std::ranges::find(states, one.id.number(), &StateOf::period) != states.end();
    });
  }
  return found;
}

/// The days from the first one of some periods to the last one.
Span days_of(std::span<const period::View> periods) {
  Span days{periods.front().first_day, periods.front().last_day};
  for (const period::View& one : periods) {
    days.first_day = std::min(days.first_day, one.first_day);
    days.last_day = std::max(days.last_day, one.last_day);
  }
  return days;
}

}  // namespace

std::vector<std::int64_t> closed_members(std::int64_t group, std::span<const SeatIn> seats, std::span<const StateOf> states,
                                         std::span<const OpenAgain> again) {
  std::vector<std::int64_t> closed;
  for (const SeatIn& seat : seats) {
    const PeriodState state = std::max(state_in(states, seat.period, seat.division), state_in(states, seat.period, group));
    if (state == PeriodState::open) continue;
    const bool let_in = opened(again, seat.period, seat.division) || opened(again, seat.period, group);
    if (state == PeriodState::published || !let_in) closed.push_back(seat.member);
  }
  return closed;
}

std::vector<std::int64_t> closed_on(unit::Unit& unit, GroupId group, Date day) {
  const OrgId org{group.establishment()};
  const auto states = rows::closed_states(unit, org, day);
  if (states.empty()) return {};
  return closed_of(unit, group, group.number(), group::seats_of(unit, group, day), day, states);
}

std::optional<Error> open_on(unit::Unit& unit, GroupId group, Date day) {
  return closed_on(unit, group, day).empty() ? std::nullopt : std::optional(base::fail(Errc::failed_precondition, period_closed));
}

std::optional<Error> open_for(unit::Unit& unit, OrgId org, std::int64_t member, Date day, PeriodState least) {
  auto states = rows::closed_states(unit, org, day);
  std::erase_if(states, [&](const StateOf& one) { return one.state < least; });
  if (states.empty()) return std::nullopt;
  const auto sitting = group::seats_of(unit, org, member, day);
  if (sitting.empty()) return std::nullopt;
  const auto closed = closed_of(unit, make_id<GroupId>(org.value, sitting.front().division), 0, sitting, day, states);
  return closed.empty() ? std::nullopt : std::optional(base::fail(Errc::failed_precondition, period_closed));
}

bool is_closed_since(unit::Unit& unit, const group::View& group, const std::vector<period::Scheme>& schemes, Date day) {
  const auto states = rows::closed_states(unit, group.org_id, group.school_year);
  const auto periods = closed_periods(schemes, states, day);
  if (periods.empty()) return false;
  const Span days = days_of(periods);
  const auto stays = group::seats_between(unit, group.id, days.first_day, days.last_day);
  std::vector<SeatIn> seats;
  for (const period::View& period : periods) {
    seats.push_back({0, group.id.number(), period.id.number()});
    for (const group::SeatSpan& stay : stays) seats.push_back({stay.seat.member, stay.seat.division, period.id.number()});
  }
  add_published(unit, group.org_id, schemes, {day, days.last_day}, seats);
  const auto again = rows::open_again(unit, group.org_id, unit.actor().person, unit.today());
  return !closed_members(group.id.number(), seats, states, again).empty();
}

}  // namespace ent::gradebook
