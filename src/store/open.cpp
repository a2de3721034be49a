#include "store/postgres/database.hpp"
#include "store/sqlite/database.hpp"
#include "store/store.hpp"

namespace ent::store {

std::unique_ptr<Database> open_database(const std::string& uri, const DatabaseOptions& options) {
  if (uri.empty()) throw Failure(Fault::bug, "a store has a name");
  if (uri.starts_with("postgresql://") || uri.starts_with("postgres://")) {
#ifdef ENT_POSTGRES
    return postgres::open(uri, options);
#else
    throw Failure(Fault::bug, "this build has no PostgreSQL");
#endif
  }
  return sqlite::open(uri, options);
}

}  // namespace ent::store
