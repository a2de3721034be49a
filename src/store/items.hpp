/// What the drivers share in reading their arguments.
#pragma once

#include <span>

#include "store/store.hpp"

namespace ent::store {

/// The common size of the list arguments; throws when there is none, or sizes differ.
inline std::size_t item_count(std::span<const Arg> args) {
  std::optional<std::size_t> count;
  for (const Arg& arg : args) {
    if (!arg.is_list()) continue;
    if (count && *count != arg.size()) throw Failure(Fault::bug, "the lists of one statement differ in size");
    count = arg.size();
  }
  if (!count) throw Failure(Fault::bug, "exec_each takes a list");
  return *count;
}

/// PostgreSQL has no text with a NUL, and SQLite's functions end at it: both drivers refuse it alike.
inline void refuse_nul(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) throw Failure(Fault::bug, "a text holds a NUL byte");
}

}  // namespace ent::store
