/// Whether options can be followed.
#pragma once

#include <optional>

#include "ent/import_fet.hpp"

namespace ent::interop::fet {

std::optional<Error> well_formed(const FetOptions& options);

}  // namespace ent::interop::fet
