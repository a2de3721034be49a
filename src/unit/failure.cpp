#include "unit/failure.hpp"

#include <new>

namespace ent::unit {
namespace {

Error tell_caught() {
  try {
    throw;
  } catch (const store::Failure& failure) {
    return to_error(failure);
  } catch (const Exception& failed) {  // of a host's port
    return failed.error();
  } catch (const std::bad_alloc&) {
    return out_of_memory();
  } catch (...) {
    return base::fail(Errc::internal, "internal.defect");
  }
}

}  // namespace

Error out_of_memory() noexcept {
  // Both texts lie inside their strings: the shortest such room is 15 characters.
  return {Errc::resource_exhausted, "memory.full", "out of memory", {}};
}

Error error_of_caught() noexcept {
  try {
    return tell_caught();
  } catch (...) {
    return out_of_memory();
  }
}

Error to_error(const store::Failure& failure) {
  using store::Fault;
  switch (failure.fault()) {
    case Fault::conflict: return base::fail(Errc::conflict, "store.conflict");
    case Fault::busy: return base::fail(Errc::unavailable, "store.busy");
    case Fault::full: return base::fail(Errc::resource_exhausted, "store.full");
    case Fault::memory: return out_of_memory();
    case Fault::io: return base::fail(Errc::unavailable, "store.io");
    case Fault::corrupt: return base::fail(Errc::data_loss, "store.corrupt");
    case Fault::newer: return base::fail(Errc::failed_precondition, "store.newer");
    case Fault::interrupted: return base::fail(Errc::cancelled, "store.interrupted");
    case Fault::bug: break;
  }
  return base::fail(Errc::internal, "store.defect");
}

}  // namespace ent::unit
