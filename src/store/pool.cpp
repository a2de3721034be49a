#include "store/pool.hpp"

namespace ent::store {

Lease::Lease(Pool& pool, std::unique_ptr<Connection> connection) noexcept
    : pool_(&pool), connection_(std::move(connection)) {}

Lease::~Lease() {
  if (connection_) pool_->give_back(std::move(connection_));
}

Pool::Pool(Database& database, Role role, std::size_t size, std::chrono::milliseconds patience)
    : database_(database), role_(role), patience_(patience), free_(size) {
  idle_.reserve(size);  // so that giving back never allocates
}

Lease Pool::take() {
  auto lease = take_within(patience_);
  if (!lease) throw Failure(Fault::busy, "all connections are held by others");
  return *std::move(lease);
}

std::optional<Lease> Pool::take_within(std::chrono::microseconds patience) {
  std::unique_lock lock(mutex_);
  if (!returned_.wait_for(lock, patience, [&] { return free_ > 0; })) return std::nullopt;
  --free_;
  while (!idle_.empty()) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    if (connection->usable()) return Lease(*this, std::move(connection));  // its server may have gone since
  }
  lock.unlock();
  try {
    return Lease(*this, connect());
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

std::unique_ptr<Connection> Pool::connect() {
  return role_ == Role::readers ? database_.connect_reader() : database_.connect_writer();
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept {
  const bool sound = connection && connection->usable() && !connection->in_transaction();
  if (!sound) connection.reset();  // before its place is free, and while nobody waits for the lock
  const std::lock_guard lock(mutex_);
  if (sound) idle_.push_back(std::move(connection));
  ++free_;
  returned_.notify_one();
}

}  // namespace ent::store
