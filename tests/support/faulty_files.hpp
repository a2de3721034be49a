/// A file system (SQLite VFS) over that of the machine, in which things go wrong on demand.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace ent::test {

/// Known to SQLite by its name while it lives: `file:PATH?vfs=NAME`. Any thread.
class FaultyFiles {
 public:
  /// `any`: of those with which a disk may fail. A lock fails where another process has it.
  enum Op : unsigned { read = 1, write = 2, sync = 4, truncate = 8, open = 16, remove = 32, any = 63, locking = 64 };
  enum class Harm { once, from_then_on, kill };

  /// `as_default` makes it the file system of every file that names none.
  explicit FaultyFiles(bool as_default = false);
  ~FaultyFiles();
  FaultyFiles(const FaultyFiles&) = delete;
  FaultyFiles& operator=(const FaultyFiles&) = delete;

  std::string uri(const std::string& path) const { return "file:" + path + "?vfs=" + name_; }

  /// The n-th of these operations from now fails with `code`, or kills the process.
  void fail(int n, unsigned ops, Harm harm, int code = SQLITE_IOERR);
  /// Whether the operation was reached.
  bool reached() const;
  void heal();
  /// No file grows beyond so many bytes: the disk is full. Negative: no limit.
  void limit_size(std::int64_t bytes);

  /// Remembers from now on what each file held when it was last synced, and what was written since.
  void watch_syncs();
  /// The power is cut: of what was not synced, some sectors are there and some are not. To be called
  /// when no connection is open, and nothing could be written since the cut.
  void lose_unsynced(std::mt19937& chance);

  // What the wrapped files ask.
  int before(Op op);
  bool fits(std::int64_t size) const;
  void opened(const std::string& path);
  void wrote(const std::string& path, const void* data, int size, std::int64_t at);
  void cut(const std::string& path, std::int64_t size);
  void synced(const std::string& path);
  sqlite3_vfs& real() const { return *real_; }

 private:
  struct Write {
    std::int64_t at;
    std::string data;  ///< Empty: the file was cut to `at`.
  };
  struct Watched {
    std::string synced;
    std::vector<Write> since;
  };

  std::string name_;
  sqlite3_vfs* real_;
  sqlite3_vfs vfs_{};
  mutable std::mutex mutex_;
  int left_ = 0;  ///< Operations up to the one that fails; 0: none does.
  unsigned ops_ = 0;
  Harm harm_ = Harm::once;
  int code_ = SQLITE_OK;
  bool reached_ = false;
  std::int64_t limit_ = -1;
  bool watching_ = false;
  std::map<std::string, Watched> watched_;
};

}  // namespace ent::test
