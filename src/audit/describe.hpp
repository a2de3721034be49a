#pragma once

#include "access/describe.hpp"
#include "ent/audit.hpp"
#include "reflect/describe.hpp"

namespace ent::audit {
ENT_RECORD(Entry, 0, number, at, org_id, person_id, profile, impersonator_id, operation, permission, subject_id, allowed,
           reason)
ENT_RECORD(List, 1, org_id, subject_id, limit, after)
ENT_RECORD(Page, 0, items, next)
ENT_RECORD(Change, 0, number, at, org_id, event, target)
ENT_RECORD(Changes, 1, org_id, after_number, limit)
ENT_RECORD(ChangePage, 0, items, last_number)
}  // namespace ent::audit
