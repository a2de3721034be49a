/// What everybody does with their own account.
#pragma once

#include <string_view>

#include "unit/others.hpp"

namespace ent::account {

inline constexpr std::string_view not_found = "account.not_found";

/// Oneself, in the unit of one's first post; where there is none, the portal as a whole, in which nobody has a
/// right.
inline access::Target own_target(unit::Unit& unit) {
  return {.org = unit::Others::home(unit), .person = unit.actor().person};
}

}  // namespace ent::account
