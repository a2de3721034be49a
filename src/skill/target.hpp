/// What the rights of skills are asked about.
#pragma once

#include <string_view>

#include "access/target.hpp"
#include "ent/skill.hpp"

namespace ent::skill {

inline constexpr std::string_view no_unit = "org.not_found";
inline constexpr std::string_view no_group = "group.not_found";
inline constexpr std::string_view no_person = "person.not_found";
inline constexpr std::string_view no_evaluation = "skill.no_evaluation";
inline constexpr std::string_view no_claim = "skill.no_claim";
inline constexpr std::string_view no_item = "skill.no_item";
inline constexpr std::string_view no_level = "skill.no_level";
inline constexpr std::string_view period_closed = "gradebook.period_closed";

inline access::Target about(OrgId org) { return {.org = org.value}; }
inline access::Target about(GroupId group) { return {.org = group.establishment(), .group = group.number()}; }
/// `published`: of what is asked about, something is published to who asks.
inline access::Target about(OrgId org, PersonId pupil, bool published) {
  return {.org = org.value, .person = pupil.value, .met = published ? std::uint8_t{access::met_pub} : std::uint8_t{0}};
}

}  // namespace ent::skill
