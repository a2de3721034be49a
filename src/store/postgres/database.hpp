/// A schema of a PostgreSQL database.
#pragma once

#include <memory>
#include <string>

#include "store/store.hpp"

namespace ent::store::postgres {

/// `uri` is what libpq takes, and its query may hold `schema=NAME` and `partitions=N` besides.
std::unique_ptr<Database> open(const std::string& uri, const DatabaseOptions& options);

}  // namespace ent::store::postgres
