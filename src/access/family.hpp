/// Who reads as a family does, and who looks at a school from outside.
#pragma once

#include "ent/profile.hpp"

namespace ent::access {

/// Pupils and their guardians.
inline bool is_family(Profile profile) noexcept { return profile == Profile::pupil || profile == Profile::guardian; }

/// Those who see schools and classes, and no pupils: town halls, inspectors, guests.
inline bool is_outside(Profile profile) noexcept {
  return profile == Profile::authority || profile == Profile::academy || profile == Profile::guest;
}

}  // namespace ent::access
