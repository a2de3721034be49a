/// Structs that say their own size, so that programs and library need not be of the same age.
#pragma once

#include <algorithm>
#include <cstring>
#include <optional>

#include "base/error.hpp"
#include "ent/ent.h"

namespace ent::c {

/// What a caller gave, as this library knows it: `mine` keeps its default where the caller's struct ends before.
template <class Struct>
std::optional<Error> adopt(const Struct& given, const char* path, Struct& mine) {
  if (given.struct_size < sizeof given.struct_size) return base::invalid(path, "struct.size");
  std::memcpy(&mine, &given, std::min<std::size_t>(given.struct_size, sizeof mine));
  return std::nullopt;
}

/// A new struct in a caller's place of `size` bytes, which may be shorter or longer than the library's.
void init(void* place, std::size_t size, const void* initial, std::size_t initial_size, bool sized) noexcept;

/// A text that a caller gave, if it did; `path` is where, should it be refused.
std::optional<Error> take_text(const ent_str& given, const char* path, std::string& text);

}  // namespace ent::c
