/// Who writes beside others, and who alone: for engines that let many write and tell one who was overtaken
/// to begin anew.
#pragma once

#include <condition_variable>
#include <mutex>

namespace ent::unit {

/// A writer that was overtaken again and again writes alone in its process, so that it comes to its end
/// however many others write the same rows. Any thread.
class WriteTurns {
 public:
  enum class Company { others, nobody };

  /// Waits for the turn, and holds it.
  class Turn {
   public:
    Turn(WriteTurns& turns, Company company);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    WriteTurns& turns_;
    Company company_;
  };

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int writing_ = 0;           // with others
  int want_to_be_alone_ = 0;  // they go first, or they would wait for ever
  bool alone_ = false;
};

}  // namespace ent::unit
