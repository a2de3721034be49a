/// Group commit by the callers themselves: the first in the queue runs all that wait in one transaction.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "ent/result.hpp"
#include "store/store.hpp"
#include "unit/write_turns.hpp"

namespace ent::unit {

/// A write that is to happen wholly or not at all.
class Job {
 public:
  /// Inside a transaction of its own or a savepoint; an error undoes it. Throws store::Failure only.
  virtual std::optional<Error> work(store::Connection& connection) = 0;
  /// Whether something is kept although work() was refused and undone: the audit row of a refusal.
  virtual bool keeps(const Error& error) const = 0;
  /// Writes what is kept.
  virtual void keep(store::Connection& connection) = 0;
  /// Whether it must run on its caller's thread, in a transaction that it shares with nobody.
  virtual bool alone() const { return false; }
  /// The unit in which it is likely to write; 0: not known.
  virtual std::int64_t likely_org() const { return 0; }

 protected:
  ~Job() = default;
};

/// For engines whose writers take turns. No thread of its own: a caller whose turn it is runs the bodies
/// of all who wait, up to the first who must be alone; so a body may run on another caller's thread.
class WriteQueue {
 public:
  explicit WriteQueue(store::Database& database);

  /// Runs the job, alone or in a group, and answers when its transaction has been committed or undone.
  /// With `patience`, a job that is still waiting for its turn when it has passed is withdrawn.
  std::optional<Error> run(Job& job, std::optional<std::chrono::microseconds> patience);

  /// How many callers wait for the transaction that is running.
  std::size_t waiting();

 private:
  struct Ticket;
  void lead(std::unique_lock<std::mutex>& lock);
  std::vector<Ticket*> take_batch();
  void run_batch(std::vector<Ticket*>& batch) noexcept;
  void run_members(std::vector<Ticket*>& batch);
  store::Connection& connection();

  store::Database& database_;
  std::unique_ptr<store::Connection> connection_;  // the leader's
  std::mutex mutex_;
  std::vector<Ticket*> waiting_;
  bool led_ = false;
};

struct Limit;

/// Runs a job in a transaction on `connection`, again after a conflict, as engines with many writers need. It waits
/// for each turn no longer than `limit`.
std::optional<Error> run_alone(Job& job, store::Connection& connection, WriteTurns& turns, const Limit& limit);

struct PortalState;

/// Runs a job in the way that the portal's engine wants: in the queue, or alone.
std::optional<Error> run_job(PortalState& portal, Job& job,
                             std::optional<std::chrono::microseconds> patience = std::nullopt);

}  // namespace ent::unit
