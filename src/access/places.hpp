/// Under which profiles a person can act, and where: the posts of docs/permissions.md, over all profiles.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ent/profile.hpp"
#include "ent/time.hpp"
#include "store/store.hpp"

namespace ent::access {

struct Place {
  Profile profile{};
  std::int64_t org = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

/// The profile under which a person comes in when none is asked for stands first: staff, then guardian, then
/// pupil, then guest; and within a profile by unit.
std::vector<Place> places_of(store::Connection& connection, std::int64_t person, Date at);

/// Those of these people who can act at a place on a day, in their order.
std::vector<std::int64_t> who_acts(store::Connection& connection, std::span<const std::int64_t> people, const Place& place,
                                   Date at);

}  // namespace ent::access
