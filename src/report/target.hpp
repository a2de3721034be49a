/// What the rights of report cards are asked about.
#pragma once

#include <string_view>

#include "access/target.hpp"
#include "ent/report.hpp"

namespace ent::report {

inline constexpr std::string_view no_group = "group.not_found";
inline constexpr std::string_view no_person = "person.not_found";
inline constexpr std::string_view no_period = "period.not_found";
inline constexpr std::string_view other_period = "gradebook.other_period";

inline access::Target target_of(GroupId group) { return {.org = group.establishment(), .group = group.number()}; }

/// What somebody teaches a group.
inline access::Target taught_to(GroupId group) {
  return {.org = group.establishment(), .group = group.number(), .met = access::met_service};
}

inline access::Target target_of(OrgId org, PersonId pupil) { return {.org = org.value, .person = pupil.value}; }

/// What is published of a pupil.
inline access::Target published_of(OrgId org, PersonId pupil) {
  return {.org = org.value, .person = pupil.value, .met = access::met_pub};
}

}  // namespace ent::report
