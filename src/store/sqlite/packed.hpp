/// PACKED as a function of SQLite.
#pragma once

#include <sqlite3.h>

namespace ent::store::sqlite {

/// A connection knows the function from then on. Gives SQLite's result.
int add_packed(sqlite3* connection) noexcept;

}  // namespace ent::store::sqlite
