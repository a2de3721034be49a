/// The online backup of a SQLite store.
#pragma once

#include <string>

#include "store/sqlite/connection.hpp"

namespace ent::store::sqlite {

/// Copies the store as it is now to `path`, while writers go on. Throws Failure(io) when something is
/// there already; `path` names a whole copy or nothing, also when the process is killed.
void copy_to_new_file(Connection& source, const std::string& path);

}  // namespace ent::store::sqlite
