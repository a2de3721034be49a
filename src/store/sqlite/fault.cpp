#include "store/sqlite/fault.hpp"

#include <sqlite3.h>

namespace ent::store::sqlite {

Fault fault_of(int result) noexcept {
  if (result == SQLITE_BUSY_SNAPSHOT) return Fault::conflict;
  if (result == SQLITE_IOERR_NOMEM) return Fault::memory;
  switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
    case SQLITE_SCHEMA:
      return Fault::busy;
    case SQLITE_FULL:
      return Fault::full;
    case SQLITE_NOMEM:
      return Fault::memory;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return Fault::io;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Fault::corrupt;
    case SQLITE_INTERRUPT:
      return Fault::interrupted;
    default:
      return Fault::bug;
  }
}

void fail(sqlite3* database, int result) {
  std::string detail = "SQLite " + std::to_string(result) + ": ";
  // After SQLITE_NOMEM at opening there is no handle to ask.
  detail += database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(result);
  throw Failure(fault_of(result), std::move(detail));
}

}  // namespace ent::store::sqlite
