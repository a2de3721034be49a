/// What the rights of the group domain are asked about.
#pragma once

#include <string_view>

#include "access/target.hpp"
#include "group/functions.hpp"

namespace ent::group {

inline constexpr std::string_view not_found = "group.not_found";
inline constexpr std::string_view no_person = "person.not_found";

/// A group, and who made it: by hand, one manages what one has made.
inline access::Target target_of(GroupId id, const std::optional<Group>& group) {
  return {.org = id.establishment(), .group = id.number(), .author = group ? group->author : 0};
}

}  // namespace ent::group
