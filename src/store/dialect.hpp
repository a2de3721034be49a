/// From the library's one text to the text that an engine is given.
#pragma once

#include <string>

#include "store/store.hpp"

namespace ent::store {

/// The text for the engine: EACH and ITEM written out; on SQLite `$n` as `?n`, which keeps its number, and joins
/// run in the order in which they are written.
std::string for_engine(const Text& sql, Engine engine);

}  // namespace ent::store
