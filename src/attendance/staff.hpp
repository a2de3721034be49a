/// What is about many pupils is for the staff.
#pragma once

#include <algorithm>

#include "access/target.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// A guardian may read the attendance of their child, and holds that right where the child is and in the child's class. What
/// shows others as well is asked of a guardian as if it were about themselves: they may not know of it.
inline access::Target for_staff(const unit::Unit& unit, access::Target target) noexcept {
  if (unit.actor().profile == Profile::guardian) target.person = unit.actor().person;
  return target;
}

/// Whether a listing may show a pupil of the unit, who is there.
inline bool shows(const access::VisiblePeople& visible, OrgId org, PersonId person, std::int64_t member) {
  constexpr std::int64_t pupil = 1 << static_cast<std::int32_t>(Profile::pupil);
  if (std::ranges::find(visible.hidden, person.value) != visible.hidden.end()) return false;
  return std::ranges::any_of(visible.units, [&](std::int64_t one) { return one >> 16 == org.value && (one & pupil) != 0; }) ||
         std::ranges::find(visible.members, org.value << 32 | member) != visible.members.end();
}

}  // namespace ent::attendance
