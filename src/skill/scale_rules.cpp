#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/error.hpp"
#include "base/text.hpp"
#include "skill/scales.hpp"

namespace ent::skill {
namespace {

constexpr std::size_t fewest_levels = 2;
constexpr std::size_t most_levels_of_scale = 6;
constexpr std::size_t longest_level_label = 100;
constexpr std::size_t longest_symbol = 4;
const Decimal highest_value = 200;

bool is_hexadecimal(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

bool is_level_colour(std::string_view colour) noexcept {
  return colour.size() == 7 && colour[0] == '#' && std::ranges::all_of(colour.substr(1), is_hexadecimal);
}

}  // namespace

std::optional<Error> well_formed(const SetScale& input) {
  const std::size_t count = input.items.size();
  if (count < fewest_levels || count > most_levels_of_scale) return base::invalid("/items", "field.range");
  base::Fields fields;
  std::unordered_set<std::string_view> symbols;
  for (std::size_t i = 0; i < count; ++i) {
    const Level& level = input.items[i];
    const std::string path = "/items/" + std::to_string(i);
    fields.length(base::trim(level.label), 1, longest_level_label, path + "/label")
        .length(base::trim(level.symbol), 1, longest_symbol, path + "/symbol")
        .refuse_if(!symbols.insert(base::trim(level.symbol)).second, path + "/symbol", "skill.symbol_repeated")
        .refuse_if(level.value < 0 || level.value > highest_value, path + "/value", "field.range")
        .refuse_if(i > 0 && level.value <= input.items[i - 1].value, path + "/value", "skill.value_not_above")
        .refuse_if(level.colour && !is_level_colour(*level.colour), path + "/colour", "subject.colour_malformed");
  }
  return fields.error();
}

std::vector<LevelView> usual_levels() {
  return {{1, "Maîtrise insuffisante", "I", 0, "#C62828"},
          {2, "Maîtrise fragile", "F", 33, "#EF8E00"},
          {3, "Maîtrise satisfaisante", "S", 67, "#7CB342"},
          {4, "Très bonne maîtrise", "TB", 100, "#2E7D32"}};
}

std::vector<LevelView> levels_of(std::span<const Level> items) {
  std::vector<LevelView> levels;
  for (const Level& item : items) {
    levels.push_back({static_cast<std::int32_t>(levels.size()) + 1, std::string(base::trim(item.label)),
                      std::string(base::trim(item.symbol)), item.value, item.colour});
  }
  return levels;
}

}  // namespace ent::skill
