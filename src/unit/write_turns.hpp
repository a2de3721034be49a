/// Who writes beside others, and who alone: for engines that let many write and tell one who was overtaken
/// to begin anew.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <unordered_map>

namespace ent::unit {

/// Writers of different units never meet. Where two of one unit have met on a row, such as the one that says that
/// its rights have changed, the writers of that unit come one after the other, until they have been alone for a while:
/// each would else do its work several times. A writer that was overtaken again and again writes alone in its process,
/// so that it comes to its end however many others write the same rows. Any thread.
class WriteTurns {
 public:
  enum class Company { others, nobody };

  /// Waits for the turn, and holds it. `org` is the unit in which the writer is likely to write; 0: not known.
  class Turn {
   public:
    Turn(WriteTurns& turns, Company company, std::int64_t org);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    WriteTurns& turns_;
    Company company_;
    std::int64_t lane_ = 0;  // the unit in which others wait for this turn to end
  };

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

  void leave_lane(std::int64_t org);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::unordered_map<std::int64_t, Lane> lanes_;
  int writing_ = 0;           // with others
  int want_to_be_alone_ = 0;  // they go first, or they would wait for ever
  bool alone_ = false;
};

}  // namespace ent::unit
