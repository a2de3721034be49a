/// Numbers of the words that the statements of the facts use.
#pragma once

#include <cstdint>

#include "ent/time.hpp"

namespace ent::access {

/// As org::Kind has them.
namespace unit_kind {
inline constexpr std::int32_t academy = 1, department = 2, region = 3, municipality = 4, agglomeration = 5,
                              circonscription = 6, establishment = 7;
}

inline std::int64_t day_number(Date date) noexcept { return date.time_since_epoch().count(); }

}  // namespace ent::access
