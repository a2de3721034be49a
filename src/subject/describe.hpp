#pragma once

#include "ent/subject.hpp"
#include "reflect/describe.hpp"

namespace ent::subject {
ENT_RECORD(Row, 2, code, name, short_name, national_code, management_code, position, colour, retired)
ENT_RECORD(View, 0, org_id, code, name, short_name, national_code, management_code, position, colour, retired, revision)
ENT_RECORD(Load, 2, org_id, items)
ENT_RECORD(Loaded, 0, added, changed, unchanged)
ENT_RECORD(Set, 3, org_id, code, name, short_name, national_code, management_code, position, colour, retired)
ENT_RECORD(List, 1, org_id, retired, limit, after)
ENT_RECORD(Page, 0, items, next)
}  // namespace ent::subject
