#include "store/sqlite/memory_file.hpp"

#include <algorithm>
#include <cstring>

namespace ent::store::sqlite {

std::size_t Bytes::size() const {
  const std::shared_lock lock(mutex_);
  return size_;
}

template <class Copy>
void Bytes::in_blocks(std::size_t size, std::size_t at, Copy copy) const {
  for (std::size_t done = 0; done < size;) {
    const std::size_t within = (at + done) % block_size;
    const std::size_t part = std::min(size - done, block_size - within);
    copy(blocks_[(at + done) / block_size]->data() + within, done, part);
    done += part;
  }
}

std::size_t Bytes::read(std::byte* to, std::size_t size, std::size_t from) const {
  const std::shared_lock lock(mutex_);
  const std::size_t there = from < size_ ? std::min(size, size_ - from) : 0;
  in_blocks(there, from, [to](const std::byte* part, std::size_t done, std::size_t n) { std::memcpy(to + done, part, n); });
  return there;
}

void Bytes::write(const std::byte* data, std::size_t size, std::size_t at) {
  const std::unique_lock lock(mutex_);
  while (blocks_.size() * block_size < at + size) blocks_.push_back(std::make_unique<Block>());
  in_blocks(size, at, [data](std::byte* part, std::size_t done, std::size_t n) { std::memcpy(part, data + done, n); });
  size_ = std::max(size_, at + size);
}

void Bytes::truncate(std::size_t size) {
  const std::unique_lock lock(mutex_);
  if (size >= size_) return;
  // What lies behind the end must read as zeros when the file grows again.
  in_blocks(size_ - size, size, [](std::byte* part, std::size_t, std::size_t n) { std::memset(part, 0, n); });
  blocks_.resize((size + block_size - 1) / block_size);
  size_ = size;
}

int FileLock::raise(int& held, int wanted) {
  const std::lock_guard lock(mutex_);
  if (held >= wanted) return SQLITE_OK;
  if (wanted == SQLITE_LOCK_SHARED) {
    if (pending_) return SQLITE_BUSY;
    ++readers_;
    held = wanted;
    return SQLITE_OK;
  }
  if (reserved_ && held < SQLITE_LOCK_RESERVED) return SQLITE_BUSY;
  reserved_ = true;
  if (wanted == SQLITE_LOCK_RESERVED) {
    held = wanted;
    return SQLITE_OK;
  }
  pending_ = true;
  held = readers_ == 1 ? SQLITE_LOCK_EXCLUSIVE : SQLITE_LOCK_PENDING;
  return held == SQLITE_LOCK_EXCLUSIVE ? SQLITE_OK : SQLITE_BUSY;
}

void FileLock::lower(int& held, int wanted) {
  const std::lock_guard lock(mutex_);
  if (held <= wanted) return;
  if (held >= SQLITE_LOCK_RESERVED) reserved_ = pending_ = false;
  if (wanted == SQLITE_LOCK_NONE) --readers_;
  held = wanted;
}

bool FileLock::is_reserved() {
  const std::lock_guard lock(mutex_);
  return reserved_;
}

void* SharedMemory::region(std::size_t index, std::size_t size, bool extend) {
  const std::lock_guard lock(mutex_);
  while (extend && regions_.size() <= index) regions_.push_back(std::make_unique<std::byte[]>(size));
  return index < regions_.size() ? regions_[index].get() : nullptr;
}

int SharedMemory::lock(Held& held, unsigned bits, bool exclusive) {
  const std::lock_guard guard(mutex_);
  if (((held.shared | held.exclusive) & bits) == bits && !exclusive) return SQLITE_OK;
  if ((exclusive_ & bits & ~held.exclusive) != 0) return SQLITE_BUSY;
  for (unsigned i = 0; exclusive && i < readers_.size(); ++i) {
    if ((bits >> i & 1) != 0 && readers_[i] > 0) return SQLITE_BUSY;
  }
  if (exclusive) {
    exclusive_ |= bits;
    held.exclusive |= bits;
    return SQLITE_OK;
  }
  for (unsigned i = 0; i < readers_.size(); ++i) readers_[i] += static_cast<int>(bits >> i & 1);
  held.shared |= bits;
  return SQLITE_OK;
}

void SharedMemory::unlock(Held& held, unsigned bits) {
  const std::lock_guard guard(mutex_);
  for (unsigned i = 0; i < readers_.size(); ++i) readers_[i] -= static_cast<int>((bits & held.shared) >> i & 1);
  exclusive_ &= ~(bits & held.exclusive);
  held.shared &= ~bits;
  held.exclusive &= ~bits;
}

void SharedMemory::barrier() { const std::lock_guard lock(mutex_); }

void SharedMemory::clear() {
  const std::lock_guard lock(mutex_);
  regions_.clear();
}

}  // namespace ent::store::sqlite
