/// Work that takes long and much memory, such as hashing a password: only so much of it at once.
#pragma once

#include <semaphore>

#include "unit/state.hpp"

namespace ent::unit {

/// One of the portal's slots, waited for. Never taken inside a transaction.
class SlowWork {
 public:
  explicit SlowWork(PortalState& portal) : slots_(*portal.slow_work) { slots_.acquire(); }
  ~SlowWork() { slots_.release(); }
  SlowWork(const SlowWork&) = delete;
  SlowWork& operator=(const SlowWork&) = delete;

 private:
  std::counting_semaphore<>& slots_;
};

}  // namespace ent::unit
