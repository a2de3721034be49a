/// What PostgreSQL makes of the parameters and columns of a statement.
#pragma once

#include <string>
#include <vector>

namespace ent::test {

struct Described {
  std::string error;               ///< Why it cannot be prepared; empty when it can.
  std::vector<unsigned> parameters;  ///< Type numbers (pg_type.oid).
  std::vector<unsigned> columns;
};

/// Each text prepared and described by the store at `uri` (with `schema=`).
std::vector<Described> describe(const std::string& uri, const std::vector<std::string>& texts);

}  // namespace ent::test
