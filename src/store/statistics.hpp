/// What SQLite's planner is told about the tables of a school.
#pragma once

#include "store/store.hpp"

namespace ent::store {

/// Writes the statistics of all tables that are keyed by org: the same in every store, whatever it holds, so a statement has one
/// plan everywhere. Without any, SQLite takes the first column of a key for nearly as good as all of them, and reads a whole
/// school where an index would find a few rows. In a transaction; nothing on PostgreSQL, which counts for itself.
void write_statistics(Connection& connection);

}  // namespace ent::store
