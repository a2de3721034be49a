/// Until when groups stand, and who teaches in the place of whom: what the lessons of groups depend on.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "unit/period.hpp"
#include "unit/unit.hpp"

namespace ent::group {

/// A group, and the first day on which it is no more.
struct End {
  std::int64_t group = 0;  ///< The public id.
  Date day{};
};

/// A service that replaces another one.
struct StandIn {
  std::int64_t service = 0;
  std::int64_t group = 0;   ///< The public id.
  std::int64_t absent = 0;  ///< The member whose service is replaced.
  std::int64_t member = 0;  ///< Who teaches instead.
  std::string subject{};    ///< Empty: all.
  unit::Period period{};
};

struct Terms {
  std::vector<End> ends{};
  std::vector<StandIn> stand_ins{};
};

/// Of these groups, given as public ids: which end by the last day, and the services that replace others on some of the days [first, last].
Terms terms_of(unit::Unit& unit, std::span<const std::int64_t> groups, Date first, Date last);

/// Those whom these members, given as org << 32 | member, replace by a service on some of the days, likewise.
std::vector<std::int64_t> replaced_by(unit::Unit& unit, std::span<const std::int64_t> members, Date first, Date last);

}  // namespace ent::group
