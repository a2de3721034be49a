#pragma once

#include "ent/school_year.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"

namespace ent::school_year {
ENT_RECORD(Division, 3, code, name, levels, from_ids)
ENT_RECORD(Of, 1, org_id, school_year)
ENT_RECORD(Plan, 0, school_year, first_day, divisions, placed, unplaced)
ENT_RECORD(Open, 2, org_id, school_year, divisions, first_day)
ENT_RECORD(Opening, 0, school_year, first_day, confirmed, division_ids)
ENT_RECORD(Openings, 0, items)
ENT_RECORD(ListOpenings, 1, org_id)
ENT_RECORD(Pupils, 0, items)
}  // namespace ent::school_year
