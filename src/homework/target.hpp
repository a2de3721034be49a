/// What the rights of homework are asked about.
#pragma once

#include <string_view>

#include "access/target.hpp"
#include "ent/homework.hpp"
#include "ent/profile.hpp"

namespace ent::homework {

inline constexpr std::string_view no_homework = "homework.not_found";
inline constexpr std::string_view no_group = "group.not_found";
inline constexpr std::string_view no_person = "person.not_found";

/// Given to a group by somebody.
inline access::Target target_of(GroupId group, PersonId author) {
  return {.org = group.establishment(), .group = group.number(), .author = author.value};
}

/// What somebody has set. It is also about them: what a teacher has set is nobody's child's.
inline access::Target set_by(OrgId org, PersonId teacher) {
  return {.org = org.value, .person = teacher.value, .author = teacher.value};
}

}  // namespace ent::homework
