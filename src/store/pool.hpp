/// Connections that callers borrow for the length of one transaction.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "store/store.hpp"

namespace ent::store {

class Pool;

/// A borrowed connection; given back when the lease ends. One that failed is closed instead.
class Lease {
 public:
  Lease(Pool& pool, std::unique_ptr<Connection> connection) noexcept;
  Lease(Lease&& other) noexcept = default;
  Lease& operator=(Lease&&) = delete;
  ~Lease();

  Connection& operator*() const noexcept { return *connection_; }
  Connection* operator->() const noexcept { return connection_.get(); }

 private:
  Pool* pool_;
  std::unique_ptr<Connection> connection_;
};

/// At most `size` connections at once: callers beyond that wait. Any thread; outlives its leases.
class Pool {
 public:
  enum class Role { readers, writers };

  /// `patience`: how long a caller waits who says nothing else.
  Pool(Database& database, Role role, std::size_t size, std::chrono::milliseconds patience);

  /// Throws Failure(busy) when no connection came free in time.
  Lease take();
  /// None when no connection came free in time.
  std::optional<Lease> take_within(std::chrono::microseconds patience);
  std::chrono::milliseconds patience() const noexcept { return patience_; }

 private:
  friend class Lease;
  std::unique_ptr<Connection> connect();
  void give_back(std::unique_ptr<Connection> connection) noexcept;

  Database& database_;
  const Role role_;
  const std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t free_;
};

}  // namespace ent::store
