/// One file in memory: its bytes, its locks, and the memory that its connections share.
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <vector>

namespace ent::store::sqlite {

/// The bytes of a file, in blocks that do not move. Any thread.
class Bytes {
 public:
  std::size_t size() const;
  /// How many bytes were there to be read.
  std::size_t read(std::byte* to, std::size_t size, std::size_t from) const;
  void write(const std::byte* data, std::size_t size, std::size_t at);
  void truncate(std::size_t size);

 private:
  static constexpr std::size_t block_size = 65536;
  using Block = std::array<std::byte, block_size>;

  template <class Copy>
  void in_blocks(std::size_t size, std::size_t at, Copy copy) const;

  mutable std::shared_mutex mutex_;
  std::vector<std::unique_ptr<Block>> blocks_;
  std::size_t size_ = 0;
};

/// The five states of a file lock, as SQLite describes them: many SHARED, one RESERVED beside them,
/// then PENDING, which lets no new SHARED in, then EXCLUSIVE alone. Any thread.
class FileLock {
 public:
  /// From `held` to `wanted`: SQLITE_OK, or SQLITE_BUSY with `held` as it became.
  int raise(int& held, int wanted);
  void lower(int& held, int wanted);
  bool is_reserved();

 private:
  std::mutex mutex_;
  int readers_ = 0;
  bool reserved_ = false;  ///< By the one connection at RESERVED or above.
  bool pending_ = false;
};

/// What a write-ahead log's connections share: regions of memory and eight locks. Any thread.
class SharedMemory {
 public:
  /// The locks that one connection holds, as bits.
  struct Held {
    unsigned shared = 0;
    unsigned exclusive = 0;
  };

  /// The region, or null when it is not there and `extend` is false.
  void* region(std::size_t index, std::size_t size, bool extend);
  int lock(Held& held, unsigned bits, bool exclusive);
  void unlock(Held& held, unsigned bits);
  void barrier();
  void clear();

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<std::byte[]>> regions_;
  std::array<int, SQLITE_SHM_NLOCK> readers_{};
  unsigned exclusive_ = 0;
};

struct MemoryFile {
  Bytes bytes;
  FileLock lock;
  SharedMemory shared;
};

}  // namespace ent::store::sqlite
