#include "unit/write_turns.hpp"

namespace ent::unit {
namespace {

/// For so many turns nobody must have waited before the writers of a unit write beside each other again.
constexpr int quiet_turns = 16;

}  // namespace

WriteTurns::Turn::Turn(WriteTurns& turns, Company company, std::int64_t org) : turns_(turns), company_(company) {
  std::unique_lock lock(turns_.mutex_);
  if (company_ == Company::others) {
    const auto may_write = [&] { return !turns_.alone_ && turns_.want_to_be_alone_ == 0; };
    const auto found = turns_.lanes_.find(org);
    if (found == turns_.lanes_.end()) {
      turns_.changed_.wait(lock, may_write);
    } else {
      Lane& lane = found->second;  // stays, as long as somebody waits for it or has it
      ++lane.waiting;
      turns_.changed_.wait(lock, [&] { return may_write() && !lane.taken; });
      --lane.waiting;
      lane.taken = true;
      lane_ = org;
    }
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
    if (lane_ != 0) turns_.leave_lane(lane_);
  } else {
    turns_.alone_ = false;
  }
  turns_.changed_.notify_all();
}

void WriteTurns::met(std::int64_t org) {
  if (org == 0) return;
  const std::lock_guard lock(mutex_);
  lanes_[org].turns_left = quiet_turns;
}

int WriteTurns::waiting(std::int64_t org) {
  const std::lock_guard lock(mutex_);
  const auto lane = lanes_.find(org);
  return lane == lanes_.end() ? 0 : lane->second.waiting;
}

void WriteTurns::leave_lane(std::int64_t org) {
  const auto lane = lanes_.find(org);
  lane->second.taken = false;
  if (lane->second.waiting > 0) {
    lane->second.turns_left = quiet_turns;
  } else if (--lane->second.turns_left <= 0) {
    lanes_.erase(lane);
  }
}

}  // namespace ent::unit
