#include "report/places.hpp"

#include <algorithm>

#include "gradebook/functions.hpp"
#include "report/target.hpp"

namespace ent::report {

Place::Place(unit::Unit& unit, PeriodId period_id, GroupId group_id) : period(period::find(unit, period_id)) {
  const OrgId org{group_id.establishment()};
  auto placed = group::placed(unit, org, std::vector{group_id});
  if (!placed.empty()) group = std::move(placed.front());
  if (period && period->org_id == org) schemes = period::schemes_in(unit, org, period->school_year);
}

std::vector<Place> places_of(unit::Unit& unit, PeriodId period_id, std::span<const GroupId> groups) {
  const auto period = period::find(unit, period_id);
  const OrgId org{groups.front().establishment()};
  const auto placed = group::placed(unit, org, groups);
  std::vector<period::Scheme> schemes;
  if (period && period->org_id == org) schemes = period::schemes_in(unit, org, period->school_year);
  std::vector<Place> places;
  for (const GroupId group : groups) {
    const auto found = std::ranges::find(placed, group, &group::Placed::id);
    places.emplace_back(period, found == placed.end() ? std::nullopt : std::optional(*found), schemes);
  }
  return places;
}

std::optional<Error> Place::expect(std::string_view path_of_period) const {
  if (!group) return base::fail(Errc::not_found, no_group);
  if (!period) return base::fail(Errc::not_found, no_period);
  const bool goes = period->org_id.value == group->id.establishment() && gradebook::goes_by(*group, *period, schemes);
  return goes ? std::nullopt : std::optional(base::invalid(std::string(path_of_period), other_period));
}

std::optional<Error> Place::expect_division() const {
  if (auto refused = expect()) return refused;
  if (group->kind == group::Kind::division) return std::nullopt;
  return base::invalid("/division_id", "group.not_division");
}

bool is_last_of_year(const period::View& period, const std::vector<period::Scheme>& schemes) {
  const auto scheme = std::ranges::find(schemes, period.code, &period::Scheme::code);
  return scheme != schemes.end() && !scheme->periods.empty() && scheme->periods.back().id == period.id;
}

std::vector<Sitting> sittings(unit::Unit& unit, const Place& place) {
  const period::View& period = *place.period;
  const auto seats = group::seats_of(unit, place.group->id, period.last_day);
  const auto locked = gradebook::locked_members(unit, period, place.group->id, seats);
  const auto published = gradebook::published_members(unit, period, seats, place.schemes);
  std::vector<Sitting> found;
  for (rows::Pupil& pupil : rows::pupils_on(unit, place.group->id, period.last_day)) {
    Sitting& one = found.emplace_back();
    for (const group::Seat& seat : seats) {
      if (seat.member != pupil.member) continue;
      if (one.division == 0) one.division = seat.division;
      const auto division = make_id<GroupId>(period.org_id.value, seat.division);
      one.goes_by_period |= period::goes_by(place.schemes, division, seat.level, period.id);
    }
    one.locked_here = std::ranges::find(locked, pupil.member) != locked.end();
    one.locked = one.locked_here || std::ranges::find(published, pupil.member) != published.end();
    one.pupil = std::move(pupil);
  }
  return found;
}

bool all_locked(std::span<const Sitting> sittings) noexcept {
  return !sittings.empty() && std::ranges::all_of(sittings, &Sitting::locked_here);
}

}  // namespace ent::report
