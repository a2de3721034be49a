/// The online backup of a SQLite store.
#pragma once

#include "store/sqlite/connection.hpp"

namespace ent::store::sqlite {

/// Copies the store as it is at one instant to the target's path, while writers go on, and looks whether the
/// copy is sound. The path names a whole copy or what it named before, also when the process is killed: the copy
/// grows under another name, `.partial`, which only a kill leaves behind.
///
/// Throws Exception: already_exists (backup.exists), failed_precondition (backup.not_a_store,
/// backup.in_use, backup.partial_left), invalid_argument (backup.no_place).
void copy_to_file(Connection& source, const BackupTarget& target, Watch* watch);

}  // namespace ent::store::sqlite
