/// SQLite's result codes in the words of the store.
#pragma once

#include "store/store.hpp"

struct sqlite3;

namespace ent::store::sqlite {

/// Any result code, extended or not.
Fault fault_of(int result) noexcept;

/// Throws what the last call on `database` failed with. The detail holds no value of a row: SQLite's
/// messages name tables, columns and words of the statement only.
[[noreturn]] void fail(sqlite3* database, int result);

inline constexpr const char* past_use = "the connection had a fault of input or output; open another";

}  // namespace ent::store::sqlite
