#include "store/pool.hpp"

namespace ent::store {

Lease::Lease(Pool& pool, std::unique_ptr<Connection> connection) noexcept
    : pool_(&pool), connection_(std::move(connection)) {}

Lease::~Lease() {
  if (connection_) pool_->give_back(std::move(connection_));
}

Pool::Pool(std::function<std::unique_ptr<Connection>()> connect, std::size_t size)
    : connect_(std::move(connect)), free_(size) {
  idle_.reserve(size);  // so that giving back never allocates
}

Lease Pool::take() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [&] { return free_ > 0; });
  --free_;
  if (!idle_.empty()) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return Lease(*this, std::move(connection));
  }
  lock.unlock();
  try {
    return Lease(*this, connect_());
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept {
  const bool sound = connection && connection->usable() && !connection->in_transaction();
  const std::lock_guard lock(mutex_);
  if (sound) idle_.push_back(std::move(connection));
  ++free_;
  returned_.notify_one();
}

}  // namespace ent::store
