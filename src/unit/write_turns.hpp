/// Who may write when, on an engine of many writers, where those who change the same rows overtake one another and have
/// to begin anew.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace ent::unit {

/// Writers of different units never meet. Where two of one unit have met on a row, such as the one that says that
/// its rights have changed, the writers of that unit come one after the other, until they have been alone for a while:
/// each would else do its work several times. A writer that was overtaken again and again writes alone in its process,
/// so that it comes to its end however many others write the same rows. Any thread.
class WriteTurns {
 public:
  enum class Company { others, nobody };

  /// Held while it lives.
  class Turn {
   public:
    Turn(Turn&& other) noexcept : turns_(std::exchange(other.turns_, nullptr)), company_(other.company_), lane_(other.lane_) {}
    Turn& operator=(Turn&&) = delete;
    ~Turn() {
      if (turns_ != nullptr) turns_->give_back(*this);
    }

   private:
    friend class WriteTurns;
    Turn(WriteTurns& turns, Company company, std::int64_t lane) noexcept : turns_(&turns), company_(company), lane_(lane) {}
    WriteTurns* turns_;
    Company company_;
    std::int64_t lane_;  // the unit in which others wait for this turn to end; 0: none
  };

  /// Waits for a turn; none: it did not come in time. `org` is the unit in which the writer is likely to write, 0 where
  /// that is not known. A turn alone comes when those who write have ended, and an import may take minutes.
  std::optional<Turn> take(Company company, std::int64_t org, std::chrono::microseconds patience);

  /// Two writers of a unit were in each other's way.
  void met(std::int64_t org);

  /// How many wait because of another writer of the unit.
  int waiting(std::int64_t org);

 private:
  /// The turns of a unit whose writers have met.
  struct Lane {
    int waiting = 0;
    int turns_left = 0;  // for which nobody has waited, until it is open again
    bool taken = false;
  };

  bool enter_lane(std::unique_lock<std::mutex>& lock, Lane& lane, std::chrono::microseconds patience);
  void leave_lane(std::int64_t org);
  bool become_alone(std::unique_lock<std::mutex>& lock, std::chrono::microseconds patience);
  bool may_write() const noexcept { return !alone_ && want_to_be_alone_ == 0; }
  void give_back(const Turn& turn) noexcept;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::unordered_map<std::int64_t, Lane> lanes_;
  int writing_ = 0;           // with others
  int want_to_be_alone_ = 0;  // they go first, or they would wait for ever
  bool alone_ = false;
};

}  // namespace ent::unit
