/// The two people of a link, as a unit knows them.
#pragma once

#include <optional>

#include "person/functions.hpp"

namespace ent::guardian {

struct Both {
  std::optional<person::Known> pupil;
  std::optional<person::Known> adult;
  PersonId pupil_id{};  ///< The person kept, where a merged one was named.
  PersonId adult_id{};  ///< Likewise.

  explicit operator bool() const noexcept { return pupil && adult; }
};

inline Both find_both(unit::Unit& unit, OrgId org, PersonId pupil, PersonId adult) {
  Both both{person::find(unit, org, pupil), person::find(unit, org, adult), pupil, adult};
  if (both.pupil) both.pupil_id = PersonId{both.pupil->person.person};
  if (both.adult) both.adult_id = PersonId{both.adult->person.person};
  return both;
}

}  // namespace ent::guardian
