#include "unit/write_turns.hpp"

namespace ent::unit {

WriteTurns::Turn::Turn(WriteTurns& turns, Company company) : turns_(turns), company_(company) {
  std::unique_lock lock(turns_.mutex_);
  if (company_ == Company::others) {
    turns_.changed_.wait(lock, [&] { return !turns_.alone_ && turns_.want_to_be_alone_ == 0; });
    ++turns_.writing_;
    return;
  }
  ++turns_.want_to_be_alone_;
  turns_.changed_.wait(lock, [&] { return !turns_.alone_ && turns_.writing_ == 0; });
  --turns_.want_to_be_alone_;
  turns_.alone_ = true;
}

WriteTurns::Turn::~Turn() {
  const std::lock_guard lock(turns_.mutex_);
  if (company_ == Company::others) {
    --turns_.writing_;
  } else {
    turns_.alone_ = false;
  }
  turns_.changed_.notify_all();
}

}  // namespace ent::unit
