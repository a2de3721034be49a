/// Who reads as a family does.
#pragma once

#include "ent/profile.hpp"

namespace ent::access {

/// Pupils and their guardians.
inline bool is_family(Profile profile) noexcept { return profile == Profile::pupil || profile == Profile::guardian; }

}  // namespace ent::access
