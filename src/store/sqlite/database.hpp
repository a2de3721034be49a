/// A SQLite file, or a store in memory.
#pragma once

#include <memory>
#include <string>

#include "store/store.hpp"

namespace ent::store::sqlite {

/// `name` is a path, a `file:` URI or `:memory:`.
std::unique_ptr<Database> open(const std::string& name, const DatabaseOptions& options);

}  // namespace ent::store::sqlite
