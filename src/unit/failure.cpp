#include "unit/failure.hpp"

namespace ent::unit {

Error to_error(const store::Failure& failure) {
  using store::Fault;
  switch (failure.fault()) {
    case Fault::conflict: return base::fail(Errc::conflict, "store.conflict");
    case Fault::busy: return base::fail(Errc::unavailable, "store.busy");
    case Fault::full: return base::fail(Errc::resource_exhausted, "store.full");
    case Fault::memory: return base::fail(Errc::resource_exhausted, "memory.exhausted");
    case Fault::io: return base::fail(Errc::unavailable, "store.io");
    case Fault::corrupt: return base::fail(Errc::data_loss, "store.corrupt");
    case Fault::newer: return base::fail(Errc::failed_precondition, "store.newer");
    case Fault::interrupted: return base::fail(Errc::cancelled, "store.interrupted");
    case Fault::bug: break;
  }
  return base::fail(Errc::internal, "store.defect");
}

}  // namespace ent::unit
