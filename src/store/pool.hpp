/// Connections that callers borrow for the length of one transaction.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
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
  Pool(std::function<std::unique_ptr<Connection>()> connect, std::size_t size);
  Lease take();

 private:
  friend class Lease;
  void give_back(std::unique_ptr<Connection> connection) noexcept;

  std::function<std::unique_ptr<Connection>()> connect_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t free_;
};

}  // namespace ent::store
