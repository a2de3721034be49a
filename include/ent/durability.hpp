/// What a store promises of what it has acknowledged.
#pragma once

#include <cstdint>

namespace ent {

/// What an acknowledged write survives.
enum class Durability : std::int32_t {
  full = 1,    ///< A power cut (the default).
  normal = 2,  ///< A crash of the process; a power cut may lose the last writes. SQLite only.
};

}  // namespace ent
