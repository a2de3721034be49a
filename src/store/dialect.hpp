/// From the library's one text to the text that an engine is given.
#pragma once

#include <string>

#include "store/store.hpp"

namespace ent::store {

/// The text for the engine: EACH, ITEM and PACKED written out; on SQLite `$n` as `?n`, which keeps its number, and joins
/// run in the order in which they are written; PACKED stays, as a function of the library's connections.
std::string for_engine(const Text& sql, Engine engine);

}  // namespace ent::store
