#include "store/sqlite/memory_files.hpp"

#include <sqlite3.h>

#include <cstring>
#include <cstdint>
#include <map>
#include <new>
#include <string_view>

#include "store/sqlite/memory_file.hpp"

namespace ent::store::sqlite {

struct MemoryFiles::System {
  std::mutex mutex;
  std::map<std::string, std::shared_ptr<MemoryFile>, std::less<>> files;
  std::string name;
  sqlite3_vfs vfs{};

  std::shared_ptr<MemoryFile> open(const char* file_name) {
    // Without a name it is a file for one connection alone.
    if (file_name == nullptr) return std::make_shared<MemoryFile>();
    const std::lock_guard lock(mutex);
    std::shared_ptr<MemoryFile>& file = files[file_name];
    if (file == nullptr) file = std::make_shared<MemoryFile>();
    return file;
  }
  bool has(const char* file_name) {
    const std::lock_guard lock(mutex);
    return files.contains(std::string_view(file_name));
  }
  void remove(const char* file_name) {
    const std::lock_guard lock(mutex);
    if (const auto found = files.find(std::string_view(file_name)); found != files.end()) files.erase(found);
  }
};

namespace {

/// An open file, laid out as SQLite wants it: what SQLite sees comes first.
struct Handle {
  sqlite3_file base;
  std::shared_ptr<MemoryFile> file;
  int lock = SQLITE_LOCK_NONE;
  SharedMemory::Held held;
};

Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
std::byte* bytes(void* data) { return static_cast<std::byte*>(data); }
std::size_t unsign(sqlite3_int64 number) { return static_cast<std::size_t>(number); }

/// SQLite is C: of what is thrown here, only a lack of memory can be, and it is told as a code.
template <class Act>
int told(Act act) noexcept {
  try {
    return act();
  } catch (const std::bad_alloc&) {
    return SQLITE_IOERR_NOMEM;
  }
}

int close(sqlite3_file* file) {
  of(file).file->lock.lower(of(file).lock, SQLITE_LOCK_NONE);
  of(file).~Handle();
  return SQLITE_OK;
}
int read(sqlite3_file* file, void* to, int size, sqlite3_int64 from) {
  const std::size_t there = of(file).file->bytes.read(bytes(to), unsign(size), unsign(from));
  if (there == unsign(size)) return SQLITE_OK;
  std::memset(bytes(to) + there, 0, unsign(size) - there);
  return SQLITE_IOERR_SHORT_READ;
}
int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
  return told([&] {
    of(file).file->bytes.write(static_cast<const std::byte*>(data), unsign(size), unsign(at));
    return SQLITE_OK;
  });
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  of(file).file->bytes.truncate(unsign(size));
  return SQLITE_OK;
}
int sync(sqlite3_file*, int) { return SQLITE_OK; }
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(of(file).file->bytes.size());
  return SQLITE_OK;
}
int lock(sqlite3_file* file, int wanted) { return of(file).file->lock.raise(of(file).lock, wanted); }
int unlock(sqlite3_file* file, int wanted) {
  of(file).file->lock.lower(of(file).lock, wanted);
  return SQLITE_OK;
}
int is_reserved(sqlite3_file* file, int* reserved) {
  *reserved = of(file).file->lock.is_reserved() ? 1 : 0;
  return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_SAFE_APPEND | SQLITE_IOCAP_SEQUENTIAL | SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int shared_region(sqlite3_file* file, int index, int size, int extend, void volatile** region) {
  return told([&] {
    *region = of(file).file->shared.region(unsign(index), unsign(size), extend != 0);
    return SQLITE_OK;
  });
}
int shared_lock(sqlite3_file* file, int offset, int count, int flags) {
  const unsigned bits = ((1U << count) - 1) << offset;
  SharedMemory& shared = of(file).file->shared;
  if ((flags & SQLITE_SHM_LOCK) != 0) return shared.lock(of(file).held, bits, (flags & SQLITE_SHM_EXCLUSIVE) != 0);
  shared.unlock(of(file).held, bits);
  return SQLITE_OK;
}
void shared_barrier(sqlite3_file* file) { of(file).file->shared.barrier(); }
int shared_unmap(sqlite3_file* file, int remove) {
  of(file).file->shared.unlock(of(file).held, ~0U);
  if (remove != 0) of(file).file->shared.clear();
  return SQLITE_OK;
}

constexpr sqlite3_io_methods file_methods{2,
                                          close,
                                          read,
                                          write,
                                          truncate,
                                          sync,
                                          file_size,
                                          lock,
                                          unlock,
                                          is_reserved,
                                          control,
                                          sector_size,
                                          characteristics,
                                          shared_region,
                                          shared_lock,
                                          shared_barrier,
                                          shared_unmap,
                                          nullptr,
                                          nullptr};

template <class System>
System& system_of(sqlite3_vfs* vfs) {
  return *static_cast<System*>(vfs->pAppData);
}

sqlite3_vfs& real() { return *sqlite3_vfs_find(nullptr); }

int full_name(sqlite3_vfs*, const char* name, int size, char* full) {
  sqlite3_snprintf(size, full, "%s", name);
  return SQLITE_OK;
}
int random_bytes(sqlite3_vfs*, int size, char* out) { return real().xRandomness(&real(), size, out); }
int pause(sqlite3_vfs*, int microseconds) { return real().xSleep(&real(), microseconds); }
int day(sqlite3_vfs*, double* julian) { return real().xCurrentTime(&real(), julian); }

}  // namespace

MemoryFiles::MemoryFiles() : system_(std::make_unique<System>()) {
  System& system = *system_;
  // The address is unique among the file systems that live.
  system.name = "ent-" + std::to_string(reinterpret_cast<std::uintptr_t>(&system));
  system.vfs.iVersion = 1;
  system.vfs.szOsFile = sizeof(Handle);
  system.vfs.mxPathname = 64;
  system.vfs.zName = system.name.c_str();
  system.vfs.pAppData = &system;
  system.vfs.xOpen = [](sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    file->pMethods = nullptr;
    return told([&] {
      auto opened = system_of<System>(vfs).open(name);
      new (file) Handle{{&file_methods}, std::move(opened), SQLITE_LOCK_NONE, {}};
      if (out_flags != nullptr) *out_flags = flags;
      return SQLITE_OK;
    });
  };
  system.vfs.xDelete = [](sqlite3_vfs* vfs, const char* name, int) {
    system_of<System>(vfs).remove(name);
    return SQLITE_OK;
  };
  system.vfs.xAccess = [](sqlite3_vfs* vfs, const char* name, int, int* found) {
    *found = system_of<System>(vfs).has(name) ? 1 : 0;
    return SQLITE_OK;
  };
  system.vfs.xFullPathname = full_name;
  system.vfs.xRandomness = random_bytes;
  system.vfs.xSleep = pause;
  system.vfs.xCurrentTime = day;
  if (sqlite3_vfs_register(&system.vfs, 0) != SQLITE_OK) throw std::bad_alloc();
}

MemoryFiles::~MemoryFiles() { sqlite3_vfs_unregister(&system_->vfs); }

const std::string& MemoryFiles::name() const noexcept { return system_->name; }

}  // namespace ent::store::sqlite
