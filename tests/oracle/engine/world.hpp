/// A world of the oracle, loaded into a store as the domains would have written it.
#pragma once

#include <string>

#include "ent/portal.hpp"
#include "store/store.hpp"

namespace oracle {

/// Opens a fresh store in memory with the facts of a world file.
ent::Portal load_world(const std::string& path);

}  // namespace oracle
