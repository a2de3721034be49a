/// Sorting of wide rows, or by keys that take work to make.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace ent::base {

/// Makes the key of each row once, and moves each row once; rows of equal keys stay in their order.
template <class Row, class KeyOf>
void sort_by_key(std::vector<Row>& rows, KeyOf key_of) {
  std::vector<std::pair<decltype(key_of(rows.front())), std::size_t>> order;
  order.reserve(rows.size());
  for (std::size_t place = 0; place < rows.size(); ++place) order.emplace_back(key_of(rows[place]), place);
  if (std::ranges::is_sorted(order)) return;
  std::ranges::sort(order);
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  for (const auto& [key, place] : order) sorted.push_back(std::move(rows[place]));
  rows = std::move(sorted);
}

}  // namespace ent::base
