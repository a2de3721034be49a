#include "home/rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "home/tiles.hpp"

namespace ent::home {
namespace {

struct Level {
  std::string_view code;
  Interface look;
};

#define ENT_LEVEL(code, look) {code, Interface::look},
#define ENT_NATIONAL_LEVEL(digit, look)
constexpr Level levels[] = {
#include "home/interfaces.inc"
};
#undef ENT_LEVEL
#undef ENT_NATIONAL_LEVEL

/// Of national codes, the first digit tells the cycle.
struct Cycle {
  char digit;
  Interface look;
};

#define ENT_LEVEL(code, look)
#define ENT_NATIONAL_LEVEL(digit, look) {digit, Interface::look},
constexpr Cycle cycles[] = {
#include "home/interfaces.inc"
};
#undef ENT_LEVEL
#undef ENT_NATIONAL_LEVEL

constexpr std::size_t national_length = 11;

bool is_national(std::string_view code) {
  return code.size() == national_length && std::ranges::all_of(code, [](char one) { return one >= '0' && one <= '9'; });
}

bool is_shown(const TileRow& row, Shelf shelf, Profile profile, Interface look) {
  return row.shelf == shelf && (row.profiles & bit(profile)) != 0 && (row.interfaces & bit(look)) != 0;
}

std::vector<Tile> tiles_of(Shelf shelf, Profile profile, Interface look) {
  std::vector<Tile> tiles;
  for (const TileRow& row : tile_rows()) {
    if (!is_shown(row, shelf, profile, look)) continue;
    tiles.push_back({std::string(row.code), std::string(row.name), std::string(row.english_name), std::string(row.pictogram)});
  }
  return tiles;
}

}  // namespace

Interface interface_of(std::string_view level, std::optional<org::Degree> degree) {
  const std::string code = base::fold(level);
  const auto known = std::ranges::find(levels, code, &Level::code);
  if (known != std::end(levels)) return known->look;
  if (is_national(code)) {
    const auto cycle = std::ranges::find(cycles, code.front(), &Cycle::digit);
    if (cycle != std::end(cycles)) return cycle->look;
  }
  return degree == org::Degree::first ? Interface::reader : Interface::college;
}

std::vector<Space> spaces_of(Profile profile, Interface look) {
  return {{SpaceCode::school_life, "Vie scolaire et pédagogie", "School life and teaching",
           tiles_of(Shelf::school_life, profile, look)},
          {SpaceCode::communication, "Communication", "Communication", tiles_of(Shelf::communication, profile, look)},
          {SpaceCode::collaboration, "Collaboration", "Collaboration", tiles_of(Shelf::collaboration, profile, look)}};
}

std::vector<Tile> administration_of(Profile profile) {
  return tiles_of(Shelf::administration, profile, Interface::adult);
}

}  // namespace ent::home
