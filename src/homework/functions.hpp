/// What other domains may ask of homework.
#pragma once

#include <vector>

#include "ent/homework.hpp"
#include "person/functions.hpp"
#include "unit/unit.hpp"

namespace ent::homework {

/// What a pupil has to do on some days, as the actor sees it who may read it; ticks are told to the pupil and to the family.
std::vector<View> of_pupil(unit::Unit& unit, OrgId org, const person::Member& pupil, Date first, Date last);

}  // namespace ent::homework
