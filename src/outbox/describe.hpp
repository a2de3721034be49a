/// The records of the outbox.
#pragma once

#include "ent/outbox.hpp"
#include "reflect/describe.hpp"

namespace ent {
ENT_RECORD(TakeDeliveries, 0, limit, lease_seconds, parked)
ENT_RECORD(Delivery, 0, number, at, org_id, kind, payload, lane, tries)
ENT_RECORD(Deliveries, 0, items, lease, until, next_due_at)
ENT_RECORD(SettleDeliveries, 1, lease, delivered, failed)
ENT_RECORD(SettledDeliveries, 0, delivered, failed, parked, late)
}  // namespace ent
