/// What is about many pupils is for the staff.
#pragma once

#include "access/target.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// A guardian may read the attendance of their child, and holds that right where the child is and in the child's class. What
/// shows others as well is asked of a guardian as if it were about themselves: they may not know of it.
inline access::Target for_staff(const unit::Unit& unit, access::Target target) noexcept {
  if (unit.actor().profile == Profile::guardian) target.person = unit.actor().person;
  return target;
}

}  // namespace ent::attendance
