#pragma once

#include "access/describe.hpp"
#include "ent/rights.hpp"
#include "reflect/describe.hpp"

namespace ent::rights {
ENT_WORDS(Extent, full, minimum, technical)
ENT_WORDS(Switch, widen, narrow)
ENT_RECORD(Explanation, 0, allowed, reason, english, french, extent, scope, unit_id, function)
ENT_RECORD(Explain, 2, permission, org_id, person_id, group_id, author_id, actor_id, profile, at)
ENT_RECORD(Holder, 0, person_id, profile, reason, scope, extent)
ENT_RECORD(WhoCan, 2, permission, org_id, person_id, group_id, at)
ENT_RECORD(Holders, 0, items)
ENT_RECORD(Override, 0, id, org_id, profile, function, permission, scope, effect, locked, valid_from, valid_to, reason)
ENT_RECORD(OverrideSet, 6, org_id, profile, permission, scope, effect, reason, function, locked, valid_from, valid_to)
ENT_RECORD(OverrideEnd, 1, id, ends_on)
ENT_RECORD(ListOverrides, 1, org_id)
ENT_RECORD(Overrides, 0, items)
ENT_RECORD(Delegation, 0, id, org_id, grantor_id, delegate_id, permission, scope, valid_from, valid_to, reason)
ENT_RECORD(Delegate, 6, org_id, delegate_id, permission, scope, valid_to, reason, valid_from)
ENT_RECORD(DelegationEnd, 1, id, ends_on)
}  // namespace ent::rights
