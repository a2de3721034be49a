/// A formula as JSON.
#pragma once

#include "gradebook/categories.hpp"
#include "gradebook/describe.hpp"
#include "gradebook/frozen.hpp"
#include "gradebook/kept_stays.hpp"
#include "reflect/describe.hpp"

namespace ent::gradebook {

ENT_RECORD(Said, 0, preset, step, rounding, missing, best_more, best_times, worst_times, moved, negative, above_maximum, decimals, letters,
           quartiles, categories, weigh, bonus, optional, year, roundings)
ENT_RECORD(SaidCategories, 0, items)
ENT_RECORD(SaidRoundings, 0, items)
ENT_RECORD(FrozenPolicy, 0, level, said)
ENT_RECORD(FrozenWeight, 0, division, level, subject, coefficient, mode)
ENT_RECORD(FrozenOwn, 0, subject, coefficient, mode)
ENT_RECORD(FrozenOwns, 0, weights)
ENT_RECORD(FrozenStay, 3, group, from, to)
ENT_RECORD(FrozenStays, 0, stays)
ENT_RECORD(FrozenFormula, 0, policies, weights)

}  // namespace ent::gradebook
