/// The address of a store: what libpq takes, and what is the library's own.
#pragma once

#include <string>

namespace ent::store::postgres {

struct Address {
  std::string uri;     ///< For libpq.
  std::string schema;  ///< Empty for the server's default.
  int partitions;      ///< Of each BY_ORG table.
};

/// Takes `schema=NAME` and `partitions=N` out of the query of the URI. Throws Failure(bug) for a schema
/// that is not [a-z_][a-z0-9_]{0,62}, or a number that is not in 1..1024.
Address parse_address(const std::string& uri);

}  // namespace ent::store::postgres
