/// The portable words of DDL (migrate.hpp), written out for an engine.
#pragma once

#include <string>
#include <string_view>

#include "store/store.hpp"

namespace ent::store {

/// How many hash partitions a BY_ORG table has on PostgreSQL; one means a plain table.
inline constexpr int default_partitions = 16;

/// Throws Failure(bug) for a type or a table that the portable words do not know.
std::string ddl_for_engine(std::string_view ddl, Engine engine, int partitions = default_partitions);

}  // namespace ent::store
