#include "slow_sync.hpp"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <thread>
#include <vector>

namespace ent::bench {
namespace {

std::atomic<std::int64_t> added_us{0};

sqlite3_vfs* real_files() noexcept {
  static sqlite3_vfs* const found = sqlite3_vfs_find(nullptr);
  return found;
}

/// The file of the machine lies behind this one.
struct File {
  sqlite3_file base;
  sqlite3_file* real() noexcept { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) noexcept { return reinterpret_cast<File*>(file)->real(); }

int sync_slowly(sqlite3_file* file, int flags) {
  std::this_thread::sleep_for(std::chrono::microseconds(added_us.load()));
  return real(file)->pMethods->xSync(real(file), flags);
}

/// Passes a call of a file on: the arguments are those of the member of sqlite3_io_methods.
template <auto member, class... A>
auto pass(sqlite3_file* file, A... args) {
  return (real(file)->pMethods->*member)(real(file), args...);
}

const sqlite3_io_methods* methods() noexcept {
  using M = sqlite3_io_methods;
  static const sqlite3_io_methods all = [] {
    M made{};
    made.iVersion = 2;  // memory mapping is off
    made.xClose = pass<&M::xClose>;
    made.xRead = pass<&M::xRead, void*, int, sqlite3_int64>;
    made.xWrite = pass<&M::xWrite, const void*, int, sqlite3_int64>;
    made.xTruncate = pass<&M::xTruncate, sqlite3_int64>;
    made.xSync = sync_slowly;
    made.xFileSize = pass<&M::xFileSize, sqlite3_int64*>;
    made.xLock = pass<&M::xLock, int>;
    made.xUnlock = pass<&M::xUnlock, int>;
    made.xCheckReservedLock = pass<&M::xCheckReservedLock, int*>;
    made.xFileControl = pass<&M::xFileControl, int, void*>;
    made.xSectorSize = pass<&M::xSectorSize>;
    made.xDeviceCharacteristics = pass<&M::xDeviceCharacteristics>;
    made.xShmMap = pass<&M::xShmMap, int, int, int, void volatile**>;
    made.xShmLock = pass<&M::xShmLock, int, int, int>;
    made.xShmBarrier = pass<&M::xShmBarrier>;
    made.xShmUnmap = pass<&M::xShmUnmap, int>;
    return made;
  }();
  return &all;
}

int open_file(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  const int result = real_files()->xOpen(real_files(), name, real(file), flags, out_flags);
  file->pMethods = real(file)->pMethods != nullptr ? methods() : nullptr;
  return result;
}

}  // namespace

void set_added_to_sync(std::chrono::microseconds added) noexcept { added_us.store(added.count()); }

void install_slow_sync() {
  static sqlite3_vfs files = [] {
    sqlite3_vfs made = *real_files();
    made.zName = "ent-bench-slow-sync";
    made.szOsFile = static_cast<int>(sizeof(File)) + real_files()->szOsFile;
    made.pNext = nullptr;
    made.xOpen = open_file;
    return made;
  }();
  sqlite3_vfs_register(&files, 1);
}

}  // namespace ent::bench
