#include "unit/state.hpp"

#include "unit/write_queue.hpp"

namespace ent::unit {

PortalState::PortalState() = default;
PortalState::~PortalState() = default;

HeldSnapshot::~HeldSnapshot() { lease->rollback(); }

}  // namespace ent::unit
