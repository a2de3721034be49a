/// In which groups several people are, in several units at once.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "access/target.hpp"
#include "group/lookups.hpp"

namespace ent::group {

/// One stay of a member in a group, and what the group is.
struct Stayed {
  Attendance attendance{};
  Kind kind{};
  std::string name{};   ///< The group's.
  std::string level{};  ///< The pupil's in a division; empty: none.
};

/// The stays of these members, given as org << 32 | member, on some of the days [first, last]: by unit, member and name of the
/// group.
std::vector<Stayed> stays_of(unit::Unit& unit, std::span<const std::int64_t> members, Date first, Date last);

/// A division, with its name.
struct Division {
  GroupId id{};
  std::string name{};
};

/// Of the visible groups, the divisions of these units that stand on a day: by unit and name.
std::vector<Division> divisions_in(unit::Unit& unit, const access::VisibleGroups& visible, std::span<const std::int64_t> orgs,
                                   Date at);

/// A group that somebody teaches.
struct Served {
  GroupId group{};
  std::string subject{};  ///< Empty: none, all.
};

/// The groups that these members, given as org << 32 | member, teach on a day, by whatever service.
std::vector<Served> services_of(unit::Unit& unit, std::span<const std::int64_t> members, Date at);

/// How many divisions stand on a day, by unit; units without any are left out.
std::map<std::int64_t, std::int32_t> count_divisions(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at);

}  // namespace ent::group
