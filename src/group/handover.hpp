/// What one feed has brought and others go on with.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "unit/unit.hpp"

namespace ent::group {

/// A service or a group of a unit, and the feed to which it goes over; empty: nobody's, as if it had been entered by hand.
struct Handover {
  std::int64_t org = 0;
  std::int64_t number = 0;
  std::string feed{};
};

void hand_over_services(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Handover> services);
void hand_over_groups(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Handover> groups);

/// Of these groups, given as public ids, those in which somebody is from a day on, or who has a role there, or whom somebody
/// teaches by a service that this feed has not brought.
std::vector<std::int64_t> in_use(unit::Unit& unit, std::span<const std::int64_t> ids, const std::string& feed, Date day);

}  // namespace ent::group
