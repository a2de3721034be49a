/// What the page looks like, and what is cut from it: pure functions on the tables interfaces.inc and tiles.inc.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ent/home.hpp"

namespace ent::home {

/// A figure of fewer pupils than this would tell of them: it is not told to who may know figures of many alone.
inline constexpr std::int32_t smallest_cell = 5;

/// The interface of a level; of one that the table does not know, that of the degree of its school.
Interface interface_of(std::string_view level, std::optional<org::Degree> degree);

/// The three spaces, with the tiles of a profile in an interface.
std::vector<Space> spaces_of(Profile profile, Interface look);

/// The tiles by which a profile runs the school or the portal.
std::vector<Tile> administration_of(Profile profile);

}  // namespace ent::home
