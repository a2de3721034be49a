#pragma once

#include "ent/period.hpp"
#include "reflect/describe.hpp"

namespace ent::period {
ENT_RECORD(Dates, 3, name, first_day, last_day, coefficient)
ENT_RECORD(Set, 3, org_id, school_year, code, items, levels, division_ids)
ENT_RECORD(View, 0, id, org_id, school_year, code, number, name, first_day, last_day, coefficient)
ENT_RECORD(Scheme, 0, code, periods, levels, division_ids)
ENT_RECORD(Schemes, 0, items)
ENT_RECORD(OfYear, 1, org_id, school_year)
ENT_RECORD(List, 1, org_id, division_id, level, school_year)
ENT_RECORD(Periods, 0, items)
ENT_RECORD(Get, 1, id)
}  // namespace ent::period
