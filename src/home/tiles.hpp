/// The table of the tiles, tiles.inc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "access/permission.hpp"
#include "ent/home.hpp"

namespace ent::home {

/// Where a tile stands: in a space, or among those that run the school or the portal.
enum class Shelf : std::uint8_t { school_life, communication, collaboration, administration };

constexpr std::uint32_t bit(Profile profile) noexcept { return 1U << static_cast<unsigned>(profile); }
constexpr std::uint32_t bit(Interface look) noexcept { return 1U << static_cast<unsigned>(look); }

struct TileRow {
  Shelf shelf;
  std::string_view code;
  access::Perm perm;  ///< What is behind it asks for this.
  std::string_view name;
  std::string_view english_name;
  std::string_view pictogram;
  std::uint32_t interfaces;  ///< Bits; likewise the profiles.
  std::uint32_t profiles;
};

std::span<const TileRow> tile_rows() noexcept;

}  // namespace ent::home
