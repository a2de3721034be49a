/// Whether options can be followed.
#pragma once

#include <optional>

#include "ent/import.hpp"

namespace ent::interop {

std::optional<Error> well_formed(const ImportOptions& options);

}  // namespace ent::interop
