#pragma once

#include "ent/org.hpp"
#include "reflect/describe.hpp"

namespace ent::org {
ENT_WORDS(Kind, academy, department, region, municipality, agglomeration, circonscription, establishment)
ENT_WORDS(Degree, first, second)
ENT_WORDS(Relation, part_of, run_by)
ENT_RECORD(View, 0, id, kind, code, name, degree, nature_code, valid_from, valid_to, revision)
ENT_RECORD(Add, 3, kind, code, name, degree, nature_code, valid_from, part_of, run_by)
ENT_RECORD(Change, 1, id, name, nature_code, valid_from)
ENT_RECORD(Get, 1, id)
ENT_RECORD(List, 0, kind, part_of, limit, after)
ENT_RECORD(Page, 0, items, next)
ENT_RECORD(Link, 3, id, relation, to, valid_from)
}  // namespace ent::org
