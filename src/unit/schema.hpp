#pragma once

namespace ent::unit {

/// The tables of the units themselves: idempotency keys, audit, change feed, deliveries.
extern const char* const schema;

}  // namespace ent::unit
