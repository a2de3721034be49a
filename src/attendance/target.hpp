/// What the rights of attendance are asked about.
#pragma once

#include <string_view>

#include "access/target.hpp"
#include "ent/attendance.hpp"

namespace ent::attendance {

inline constexpr std::string_view no_unit = "org.not_found";
inline constexpr std::string_view no_person = "person.not_found";
inline constexpr std::string_view no_group = "group.not_found";
inline constexpr std::string_view no_entry = "attendance.entry_not_found";
inline constexpr std::string_view no_justification = "attendance.justification_not_found";

inline access::Target target_of(OrgId org) { return {.org = org.value}; }
inline access::Target target_of(OrgId org, PersonId person) { return {.org = org.value, .person = person.value}; }
inline access::Target target_of(GroupId group) { return {.org = group.establishment(), .group = group.number()}; }

}  // namespace ent::attendance
