/// What the rights of the guardian domain are asked about.
#pragma once

#include <string_view>

#include "access/target.hpp"
#include "ent/id.hpp"

namespace ent::guardian {

inline constexpr std::string_view not_found = "person.not_found";

/// The pupil.
inline access::Target target_of(OrgId org, PersonId pupil) { return {.org = org.value, .person = pupil.value}; }

/// A link: the pupil, and the adult as its author, since guardians see their own link only.
inline access::Target target_of(OrgId org, PersonId pupil, PersonId adult) {
  return {.org = org.value, .person = pupil.value, .author = adult.value};
}

}  // namespace ent::guardian
