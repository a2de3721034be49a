#include "unit/write_turns.hpp"

namespace ent::unit {
namespace {

/// For so many turns nobody must have waited before the writers of a unit write beside each other again.
constexpr int quiet_turns = 16;

}  // namespace

std::optional<WriteTurns::Turn> WriteTurns::take(Company company, std::int64_t org, std::chrono::microseconds patience) {
  std::unique_lock lock(mutex_);
  if (company == Company::nobody) {
    if (!become_alone(lock, patience)) return std::nullopt;
    return Turn(*this, company, 0);
  }
  const auto lane = lanes_.find(org);
  const bool in_lane = lane != lanes_.end();
  const bool came = in_lane ? enter_lane(lock, lane->second, patience)
                            : changed_.wait_for(lock, patience, [&] { return may_write(); });
  if (!came) return std::nullopt;
  ++writing_;
  return Turn(*this, company, in_lane ? org : 0);
}

/// A lane stays as long as somebody waits for it or has it.
bool WriteTurns::enter_lane(std::unique_lock<std::mutex>& lock, Lane& lane, std::chrono::microseconds patience) {
  ++lane.waiting;
  const bool came = changed_.wait_for(lock, patience, [&] { return may_write() && !lane.taken; });
  --lane.waiting;
  if (came) lane.taken = true;
  return came;
}

bool WriteTurns::become_alone(std::unique_lock<std::mutex>& lock, std::chrono::microseconds patience) {
  ++want_to_be_alone_;
  const bool came = changed_.wait_for(lock, patience, [&] { return !alone_ && writing_ == 0; });
  --want_to_be_alone_;
  if (came) {
    alone_ = true;
  } else {
    changed_.notify_all();  // those who let it go first
  }
  return came;
}

void WriteTurns::give_back(const Turn& turn) noexcept {
  const std::lock_guard lock(mutex_);
  if (turn.company_ == Company::nobody) {
    alone_ = false;
  } else {
    --writing_;
    if (turn.lane_ != 0) leave_lane(turn.lane_);
  }
  changed_.notify_all();
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
