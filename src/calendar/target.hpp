/// What the operations on a calendar are about: the unit whose calendar it is.
#pragma once

#include <string_view>

#include "access/target.hpp"
#include "ent/id.hpp"

namespace ent::calendar {

inline constexpr std::string_view not_found = "org.not_found";

inline access::Target target_of(OrgId id) noexcept { return {.org = id.value}; }

}  // namespace ent::calendar
