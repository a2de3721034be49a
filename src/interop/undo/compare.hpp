/// Rows against rows, by their keys.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "reflect/codec.hpp"

namespace ent::interop::undo {

/// All that a row says.
template <class Row>
std::string text_of(const Row& row) {
  std::string text;
  reflect::write_json(reflect::TypeOf<Row>::value, &row, text);
  return text;
}

/// Rows by what they are known by.
template <class Row>
auto by_key(const std::vector<Row>& rows) {
  std::map<decltype(key_of(std::declval<const Row&>())), const Row*> found;
  for (const Row& row : rows) found[key_of(row)] = &row;
  return found;
}

}  // namespace ent::interop::undo
