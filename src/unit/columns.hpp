/// Rows turned into the columns that exec_each() takes: `numbers(posts, &Post::org)`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ent::unit {

template <class Range, class Row, class T>
std::vector<std::int64_t> numbers(const Range& rows, T Row::*member) {
  std::vector<std::int64_t> column;
  column.reserve(rows.size());
  for (const Row& row : rows) column.push_back(static_cast<std::int64_t>(row.*member));
  return column;
}

template <class Range, class Row>
std::vector<std::string> texts(const Range& rows, std::string Row::*member) {
  std::vector<std::string> column;
  column.reserve(rows.size());
  for (const Row& row : rows) column.push_back(row.*member);
  return column;
}

}  // namespace ent::unit
