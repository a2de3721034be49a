#include "gradebook/closing.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/each_once.hpp"
#include "base/error.hpp"
#include "gradebook/kept_stays.hpp"
#include "gradebook/period_rows.hpp"
#include "gradebook/rows.hpp"
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

SeatIn seat_in(const std::vector<period::Scheme>& schemes, std::int64_t member, GroupId division, const std::vector<std::string>& levels, Date day) {
  return {member, division.number(), period_on(period::periods_of(schemes, division, levels), day)};
}

std::vector<PublishedSeat> published_with(unit::Unit& unit, OrgId org, std::span<const group::SeatOn> sitting, const Span& days) {
  std::vector<std::int64_t> members;
  for (const group::SeatOn& one : sitting) members.push_back(one.seat.member);
  base::keep_each_once(members);
  return published_seats(unit, org, members, days);
}

/// Where a period is published with these members, whatever class they were in on its days.
void add_published(std::span<const PublishedSeat> published, const std::vector<period::Scheme>& schemes, std::vector<SeatIn>& seats) {
  for (const PublishedSeat& one : published) {
    const auto division = make_id<GroupId>(one.period.establishment(), one.seat.division);
    if (period::goes_by(schemes, division, one.seat.level, one.period))
      seats.push_back({one.seat.member, one.seat.division, one.period.number()});
  }
}

/// Who sits where in a group on some days, and what decides for whom its marks are closed.
class Closing {
 public:
  Closing(unit::Unit& unit, const group::View& group, std::vector<group::SeatOn> sitting, std::span<const StateOf> states, const Span& days)
      : group_(group), sitting_(std::move(sitting)), states_(states), schemes_(period::schemes_in(unit, group.org_id, group.school_year)),
        again_(rows::open_again(unit, group.org_id, unit.actor().person, unit.today())) {
    if (std::ranges::find(states, PeriodState::published, &StateOf::state) == states.end()) return;
    published_ = published_with(unit, group.org_id, sitting_, days);
  }

  /// The members whose marks of a day are closed, in `counted_in` (0: in no group in particular).
  std::vector<std::int64_t> members(std::int64_t counted_in, Date day) const {
    return closed_members(counted_in, seats(day), states_, again_);
  }

 private:
  /// Those who sit there on the day; where nobody does, the group itself.
  std::vector<SeatIn> seats(Date day) const {
    std::vector<SeatIn> seats;
    for (const group::SeatOn& one : std::ranges::equal_range(sitting_, day, {}, &group::SeatOn::day)) {
      const auto levels = one.seat.level.empty() ? std::vector<std::string>{} : std::vector<std::string>{one.seat.level};
      seats.push_back(seat_in(schemes_, one.seat.member, make_id<GroupId>(group_.org_id.value, one.seat.division), levels, day));
    }
    if (seats.empty()) return {seat_in(schemes_, 0, group_.id, group_.levels, day)};
    std::vector<PublishedSeat> published;
    std::ranges::copy_if(published_, std::back_inserter(published), [&](const PublishedSeat& one) {
      return one.days.first_day <= day && day <= one.days.last_day && std::ranges::find(seats, one.seat.member, &SeatIn::member) != seats.end();
    });
    add_published(published, schemes_, seats);
    return seats;
  }

  const group::View& group_;
  std::vector<group::SeatOn> sitting_;
  std::span<const StateOf> states_;
  std::vector<period::Scheme> schemes_;
  std::vector<OpenAgain> again_;
  std::vector<PublishedSeat> published_;
};

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

/// Whose averages draw on a group in a period: (member, period).
using Concerned = std::set<std::pair<std::int64_t, std::int64_t>>;

/// Those who were there, as it is kept where the period is published with them, and those who have a mark.
Concerned concerned_in(unit::Unit& unit, const group::View& group, const std::string& subject, std::span<const period::View> periods,
                       std::span<const group::SeatSpan> stays) {
  const Span days = days_of(periods);
  std::vector<std::int64_t> members;
  for (const group::SeatSpan& stay : stays) members.push_back(stay.seat.member);
  for (const KeptPupil& pupil : kept_there(unit, group.id, days)) members.push_back(pupil.member);
  base::keep_each_once(members);
  const auto attended = attended_as_kept(unit, group.org_id, members, group.id.number(), days);
  const auto marked = rows::marked_in(unit, group.id, subject, days);
  Concerned found;
  for (const period::View& period : periods) {
    const auto is_within = [&](Date day) { return period.first_day <= day && day <= period.last_day; };
    for (const group::Attendance& stay : attended) {
      const bool met = stay.period.from <= period.last_day && period.first_day < stay.period.to;
      if (met && stay.group == group.id.value) found.emplace(stay.member, period.id.number());
    }
    for (const rows::MarkedOn& mark : marked) {
      if (is_within(mark.day)) found.emplace(mark.member, period.id.number());
    }
  }
  return found;
}

/// Where each of those who stay somewhere in a period is at its end, or was last.
std::vector<SeatIn> last_seats_in(const period::View& period, std::span<const group::SeatSpan> stays) {
  std::map<std::int64_t, std::pair<Date, SeatIn>> last;
  for (const group::SeatSpan& stay : stays) {
    if (period.last_day < stay.from || stay.to <= period.first_day) continue;
    const Date end = std::min(stay.to, period.last_day + std::chrono::days{1});
    const SeatIn seat{stay.seat.member, stay.seat.division, period.id.number()};
    const auto [known, is_new] = last.try_emplace(seat.member, end, seat);
    if (!is_new && known->second.first < end) known->second = {end, seat};
  }
  std::vector<SeatIn> seats;
  for (const auto& [member, seat] : last) seats.push_back(seat.second);
  return seats;
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

ClosedByDay closed_on(unit::Unit& unit, GroupId group, std::vector<Date> days) {
  base::keep_each_once(days);
  ClosedByDay closed;
  if (days.empty()) return closed;
  const Span span{days.front(), days.back()};
  const auto states = rows::closed_states(unit, OrgId{group.establishment()}, span);
  if (states.empty()) return closed;
  const auto found = group::find(unit, group);
  if (!found) return closed;
  const Closing closing(unit, found->view, group::seats_on(unit, group, days), states, span);
  for (const Date day : days) {
    auto members = closing.members(group.number(), day);
    if (!members.empty()) closed.emplace(day, std::move(members));
  }
  return closed;
}

std::vector<std::int64_t> closed_on(unit::Unit& unit, GroupId group, Date day) {
  ClosedByDay closed = closed_on(unit, group, std::vector{day});
  return closed.empty() ? std::vector<std::int64_t>{} : std::move(closed.begin()->second);
}

std::vector<std::int64_t> closed_among(unit::Unit& unit, GroupId group, Date day, std::span<const std::int64_t> members) {
  const OrgId org{group.establishment()};
  const auto states = rows::closed_states(unit, org, {day, day});
  if (states.empty()) return {};
  const auto found = group::find(unit, group);
  if (!found) return {};
  std::map<std::int64_t, std::vector<group::Seat>> seats;
  for (const std::int64_t member : members) seats[member];
  for (group::Seat& seat : group::seats_of(unit, org, members, day)) seats[seat.member].push_back(std::move(seat));
  std::vector<group::SeatOn> sitting;
  for (auto& [member, own] : seats) {
    if (own.empty()) own.push_back({member});  // in no division: the group decides
    for (group::Seat& seat : own) sitting.push_back({day, std::move(seat)});
  }
  auto closed = Closing(unit, found->view, std::move(sitting), states, {day, day}).members(group.number(), day);
  base::keep_each_once(closed);
  return closed;
}

std::optional<Error> open_on(unit::Unit& unit, GroupId group, Date day) {
  return closed_on(unit, group, day).empty() ? std::nullopt : std::optional(base::fail(Errc::failed_precondition, period_closed));
}

std::optional<Error> open_for(unit::Unit& unit, OrgId org, std::int64_t member, Date day, PeriodState least) {
  auto states = rows::closed_states(unit, org, {day, day});
  std::erase_if(states, [&](const StateOf& one) { return one.state < least; });
  if (states.empty()) return std::nullopt;
  std::vector<group::SeatOn> sitting;
  for (group::Seat& seat : group::seats_of(unit, org, member, day)) sitting.push_back({day, std::move(seat)});
  if (sitting.empty()) return std::nullopt;
  const auto division = group::find(unit, make_id<GroupId>(org.value, sitting.front().seat.division));
  if (!division) return std::nullopt;
  const Closing closing(unit, division->view, std::move(sitting), states, {day, day});
  return closing.members(0, day).empty() ? std::nullopt : std::optional(base::fail(Errc::failed_precondition, period_closed));
}

bool is_closed_since(unit::Unit& unit, const group::View& group, const std::string& subject, const std::vector<period::Scheme>& schemes, Date day) {
  const auto states = rows::closed_states(unit, group.org_id, group.school_year);
  const auto periods = closed_periods(schemes, states, day);
  if (periods.empty()) return false;
  const Span days = days_of(periods);
  const auto stays = group::seats_between(unit, group.id, days.first_day, days.last_day);
  const Concerned concerned = concerned_in(unit, group, subject, periods, stays);
  std::vector<SeatIn> seats;
  for (const period::View& period : periods) {
    seats.push_back({0, group.id.number(), period.id.number()});
    for (SeatIn& seat : last_seats_in(period, stays)) seats.push_back(seat);
  }
  std::vector<std::int64_t> members;
  for (const auto& [member, period] : concerned) members.push_back(member);
  base::keep_each_once(members);
  add_published(published_seats(unit, group.org_id, members, {day, days.last_day}), schemes, seats);
  std::erase_if(seats, [&](const SeatIn& seat) { return seat.member != 0 && !concerned.contains({seat.member, seat.period}); });
  const auto again = rows::open_again(unit, group.org_id, unit.actor().person, unit.today());
  return !closed_members(group.id.number(), seats, states, again).empty();
}

}  // namespace ent::gradebook
