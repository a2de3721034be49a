/// From the library's one text to the text that an engine is given.
#pragma once

#include <string>

#include "store/store.hpp"

namespace ent::store {

/// The text for the engine: EACH and ITEM written out, and on SQLite `$n` as `?n`, which keeps its number.
std::string for_engine(const Sql& sql, Engine engine);

}  // namespace ent::store
