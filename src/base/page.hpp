/// What all paged listings share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/cursor.hpp"
#include "base/error.hpp"
#include "ent/result.hpp"

namespace ent::base {

inline constexpr std::int32_t largest_page = 500;

/// The place after which a page starts: that of the cursor, or before the first row.
inline Result<Place> page_start(const std::optional<std::string>& after, std::int32_t limit) {
  if (limit < 1 || limit > largest_page) return invalid("/limit", "field.range");
  if (!after) return Place{};
  auto place = read_cursor(*after);
  if (!place) return invalid("/after", "cursor.malformed");
  return *std::move(place);
}

/// Listings fetch one row more than the page holds: if it is there, it is dropped, and the page has a
/// next one, which starts after the last row that stays.
template <class Item, class PlaceOf>
std::optional<std::string> cut_page(std::vector<Item>& items, std::int32_t limit, PlaceOf place_of) {
  if (items.size() <= static_cast<std::size_t>(limit)) return std::nullopt;
  items.pop_back();
  return write_cursor(place_of(items.back()));
}

}  // namespace ent::base
