/// The epoch of a unit: changes with every fact that rights rest on.
#pragma once

#include <cstdint>

#include "store/store.hpp"

namespace ent::access {

/// 0 for a unit whose facts were never changed.
std::int64_t read_epoch(store::Connection& connection, std::int64_t org);

/// `fresh` is random, never the old value plus one: a value that a rolled-back transaction had used must
/// not come again, or rights cached from it would be taken for those of a committed state.
void renew_epoch(store::Connection& connection, std::int64_t org, std::int64_t fresh);

}  // namespace ent::access
