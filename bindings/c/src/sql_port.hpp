/// Stores over the border to C: a host's table as a store of the library, and the library's as a table.
#pragma once

#include <memory>

#include "ent/sql.h"
#include "ent/store.hpp"
#include "ports.hpp"

namespace ent::c {

/// The store behind a host's table.
std::shared_ptr<store::Database> host_store(OwnedTable<ent_sql_port> table);

/// Whether all functions are there that must be.
bool whole(const ent_sql_port& port) noexcept;

/// A store of the library as a table, whose `destroy` lets it go.
ent_sql_port table_of(std::shared_ptr<store::Database> database);

}  // namespace ent::c
