/// What other domains may do with rooms.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/room.hpp"
#include "unit/unit.hpp"

namespace ent::room {

/// How a room is shown beside other things.
struct Shown {
  std::int64_t org = 0;
  std::int64_t room = 0;
  std::string code{};
};

/// Of these rooms, given as public ids, those that are there, by id.
std::vector<Shown> shown(unit::Unit& unit, std::span<const std::int64_t> ids);

/// All rooms of a unit, by number.
std::vector<View> all_of(unit::Unit& unit, OrgId org);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const View> rooms);
/// Deletes rooms, by number, that nothing names: that is not asked again.
void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> rooms);

}  // namespace ent::room
