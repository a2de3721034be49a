#include "store/postgres/database.hpp"

namespace ent::store::postgres {

std::unique_ptr<Database> open(const std::string&, const DatabaseOptions&) {
  throw Failure(Fault::bug, "PostgreSQL comes with the next change");
}

}  // namespace ent::store::postgres
