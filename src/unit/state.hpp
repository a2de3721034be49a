/// What a portal and a session are made of.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>

#include "access/rights.hpp"
#include "base/zone.hpp"
#include "ent/ports.hpp"
#include "ent/session.hpp"
#include "store/pool.hpp"
#include "store/store.hpp"
#include "unit/write_turns.hpp"

namespace ent::unit {

class WriteQueue;

/// The state of an open portal, shared by its sessions. Any thread.
struct PortalState {
  std::shared_ptr<store::Database> database;
  std::unique_ptr<store::Pool> readers;
  std::unique_ptr<store::Pool> writers;   ///< Where writers need not take turns; else null.
  WriteTurns write_turns;                 ///< Among the writers.
  std::unique_ptr<WriteQueue> queue;      ///< Where they must; else null.
  std::shared_ptr<Clock> clock;
  std::shared_ptr<Random> random;
  std::shared_ptr<Log> log;               ///< May be null.
  std::optional<base::Zone> zone;         ///< Civil dates of the portal are in it; always there once open.
  std::atomic<bool> closed{false};
  /// Slots for computations that take long and much memory. Set once open.
  std::optional<std::counting_semaphore<>> slow_work;

  PortalState();
  ~PortalState();
};

/// How each call learns whether its session still lives: one statement, which the account domain gives.
struct Liveness {
  const store::Sql* sql = nullptr;  ///< ($1 account, $2 proof, $3 now in us) -> one row: '' or the reason that ended it.
  std::int64_t proof = 0;           ///< The number of the session, or what else the statement goes by.
};

/// A read transaction that a snapshot session holds.
struct HeldSnapshot {
  store::Lease lease;
  explicit HeldSnapshot(store::Lease taken) : lease(std::move(taken)) {}
  ~HeldSnapshot();
};

/// The state of a session. One thread at a time.
struct SessionState {
  std::shared_ptr<PortalState> portal;
  std::shared_ptr<access::Rights> rights;
  Liveness liveness;
  std::int64_t number = 0;                 ///< Of the account's session, for the audit; 0: the host vouches.
  std::optional<Date> at;                  ///< The facts' date, when it is not today.
  std::shared_ptr<HeldSnapshot> snapshot;  ///< When reads share one.
};

}  // namespace ent::unit
