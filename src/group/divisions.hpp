/// How groups and their pupils stand to divisions and levels.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ent/group.hpp"
#include "unit/unit.hpp"

namespace ent::group {

/// A pupil in a division.
struct Seat {
  std::int64_t member = 0;
  std::int64_t division = 0;  ///< Number in the unit.
  std::string level{};        ///< The pupil's, or else the first one of the division; empty: none.

  auto operator<=>(const Seat&) const = default;
};

/// The divisions of the members of a group on a day, by member; who is in none is left out.
std::vector<Seat> seats_of(unit::Unit& unit, GroupId group, Date day);

/// A seat on a day.
struct SeatOn {
  Date day{};
  Seat seat{};

  auto operator<=>(const SeatOn&) const = default;
};

/// The divisions of the members of a group on each of some days, by day, then by member.
std::vector<SeatOn> seats_on(unit::Unit& unit, GroupId group, std::span<const Date> days);

/// The divisions of these members on a day, by member.
std::vector<Seat> seats_of(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date day);

/// The divisions of one member on a day.
std::vector<Seat> seats_of(unit::Unit& unit, OrgId org, std::int64_t member, Date day);

/// The divisions of one member on the last one of some days on which they are in any.
std::vector<Seat> last_seats_of(unit::Unit& unit, OrgId org, std::int64_t member, Date first, Date last);

/// A pupil's time in a division.
struct SeatSpan {
  Seat seat{};
  Date from{};
  Date to{};  ///< The first day after.
};

/// In which divisions those who are in a group on some of the days [first, last] are on some of them, by member.
std::vector<SeatSpan> seats_between(unit::Unit& unit, GroupId group, Date first, Date last);

/// What is known of a group without those who are in it.
struct Placed {
  GroupId id{};
  Kind kind{};
  std::int32_t school_year = 0;
  std::string code{};
  std::string name{};
  std::vector<std::string> levels{};

  /// That of the whole group; empty: it has none, or several.
  std::string level() const { return levels.size() == 1 ? levels.front() : std::string(); }
};

/// Of these groups of a unit those that are there, by name.
std::vector<Placed> placed(unit::Unit& unit, OrgId org, std::span<const GroupId> groups);

}  // namespace ent::group
