/// What the rights of the person domain are asked about.
#pragma once

#include <string_view>

#include "access/target.hpp"
#include "ent/person.hpp"

namespace ent::person {

inline constexpr std::string_view not_found = "person.not_found";
inline constexpr std::string_view no_unit = "org.not_found";

inline access::Target target_of(OrgId org) { return {.org = org.value}; }
inline access::Target target_of(OrgId org, PersonId person) { return {.org = org.value, .person = person.value}; }

}  // namespace ent::person
