#include "support/faulty_files.hpp"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <new>
#include <string_view>

namespace ent::test {
namespace {

struct Handle {
  sqlite3_file base;
  FaultyFiles* files;
  std::string* path;  ///< Null for a file without a name.
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
sqlite3_file* real(sqlite3_file* file) { return of(file).real(); }
const sqlite3_io_methods& methods(sqlite3_file* file) { return *real(file)->pMethods; }

int close(sqlite3_file* file) {
  delete of(file).path;
  return methods(file).xClose(real(file));
}
int read(sqlite3_file* file, void* to, int size, sqlite3_int64 from) {
  const int harm = of(file).files->before(FaultyFiles::read);
  return harm != SQLITE_OK ? harm : methods(file).xRead(real(file), to, size, from);
}
int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
  FaultyFiles& files = *of(file).files;
  if (const int harm = files.before(FaultyFiles::write); harm != SQLITE_OK) return harm;
  if (!files.fits(at + size)) return SQLITE_FULL;
  const int result = methods(file).xWrite(real(file), data, size, at);
  if (result == SQLITE_OK && of(file).path != nullptr) files.wrote(*of(file).path, data, size, at);
  return result;
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (const int harm = of(file).files->before(FaultyFiles::truncate); harm != SQLITE_OK) return harm;
  if (of(file).path != nullptr) of(file).files->cut(*of(file).path, size);
  return methods(file).xTruncate(real(file), size);
}
int sync(sqlite3_file* file, int flags) {
  if (const int harm = of(file).files->before(FaultyFiles::sync); harm != SQLITE_OK) return harm;
  const int result = methods(file).xSync(real(file), flags);
  if (result == SQLITE_OK && of(file).path != nullptr) of(file).files->synced(*of(file).path);
  return result;
}
int size_of(sqlite3_file* file, sqlite3_int64* size) { return methods(file).xFileSize(real(file), size); }
int lock(sqlite3_file* file, int level) {
  if (const int harm = of(file).files->before(FaultyFiles::locking); harm != SQLITE_OK) return harm;
  return methods(file).xLock(real(file), level);
}
int unlock(sqlite3_file* file, int level) { return methods(file).xUnlock(real(file), level); }
int reserved(sqlite3_file* file, int* out) { return methods(file).xCheckReservedLock(real(file), out); }
int control(sqlite3_file* file, int op, void* arg) { return methods(file).xFileControl(real(file), op, arg); }
int sector(sqlite3_file* file) { return methods(file).xSectorSize(real(file)); }
/// None of the promises that spare SQLite a sync.
int promises(sqlite3_file*) { return 0; }
int map(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  return methods(file).xShmMap(real(file), region, size, extend, out);
}
int shared_lock(sqlite3_file* file, int offset, int count, int flags) {
  return methods(file).xShmLock(real(file), offset, count, flags);
}
void barrier(sqlite3_file* file) { methods(file).xShmBarrier(real(file)); }
int unmap(sqlite3_file* file, int remove) { return methods(file).xShmUnmap(real(file), remove); }

constexpr sqlite3_io_methods faulty_methods{2,    close,   read,   write,    truncate, sync,        size_of, lock,    unlock, reserved,
                                            control, sector, promises, map,      shared_lock, barrier, unmap,   nullptr, nullptr};

FaultyFiles& files_of(sqlite3_vfs* vfs) { return *static_cast<FaultyFiles*>(vfs->pAppData); }

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
  FaultyFiles& files = files_of(vfs);
  file->pMethods = nullptr;
  if (const int harm = files.before(FaultyFiles::open); harm != SQLITE_OK) return harm;
  auto* handle = new (file) Handle{{nullptr}, &files, nullptr};
  const int result = files.real().xOpen(&files.real(), name, handle->real(), flags, out);
  if (result != SQLITE_OK) return result;
  if (name != nullptr) {
    handle->path = new std::string(name);
    files.opened(*handle->path);
  }
  handle->base.pMethods = &faulty_methods;
  return SQLITE_OK;
}
int remove_file(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  FaultyFiles& files = files_of(vfs);
  if (const int harm = files.before(FaultyFiles::remove); harm != SQLITE_OK) return harm;
  files.cut(name, 0);
  files.synced(name);
  return files.real().xDelete(&files.real(), name, sync_folder);
}

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

/// Brings what was written into `bytes`, sector by sector, as far as `arrives` says so.
template <class Write, class Arrives>
static void apply(std::string& bytes, const Write& made, Arrives arrives) {
  constexpr std::size_t sector_size = 512;
  const auto at = static_cast<std::size_t>(made.at);
  if (made.data.empty()) {
    if (arrives()) bytes.resize(std::min(bytes.size(), at));
    return;
  }
  for (std::size_t done = 0; done < made.data.size(); done += sector_size) {
    if (!arrives()) continue;
    const std::string_view part = std::string_view(made.data).substr(done, sector_size);
    bytes.resize(std::max(bytes.size(), at + done + part.size()));
    bytes.replace(at + done, part.size(), part);
  }
}

FaultyFiles::FaultyFiles(bool as_default)
    : name_("faulty-" + std::to_string(reinterpret_cast<std::uintptr_t>(this))), real_(sqlite3_vfs_find(nullptr)) {
  vfs_ = *real_;
  vfs_.iVersion = 1;
  vfs_.pNext = nullptr;
  vfs_.szOsFile = static_cast<int>(sizeof(Handle)) + real_->szOsFile;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = open_file;
  vfs_.xDelete = remove_file;
  // The others are told which file system they belong to, and that is the real one.
  vfs_.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* out) {
    return files_of(vfs).real().xAccess(&files_of(vfs).real(), name, flags, out);
  };
  vfs_.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) {
    return files_of(vfs).real().xFullPathname(&files_of(vfs).real(), name, size, out);
  };
  vfs_.xRandomness = [](sqlite3_vfs* vfs, int size, char* out) {
    return files_of(vfs).real().xRandomness(&files_of(vfs).real(), size, out);
  };
  vfs_.xSleep = [](sqlite3_vfs* vfs, int time) { return files_of(vfs).real().xSleep(&files_of(vfs).real(), time); };
  vfs_.xCurrentTime = [](sqlite3_vfs* vfs, double* day) {
    return files_of(vfs).real().xCurrentTime(&files_of(vfs).real(), day);
  };
  sqlite3_vfs_register(&vfs_, as_default ? 1 : 0);
}

FaultyFiles::~FaultyFiles() { sqlite3_vfs_unregister(&vfs_); }

void FaultyFiles::fail(int n, unsigned ops, Harm harm, int code) {
  const std::lock_guard lock(mutex_);
  left_ = n;
  ops_ = ops;
  harm_ = harm;
  code_ = code;
  reached_ = false;
}

bool FaultyFiles::reached() const {
  const std::lock_guard lock(mutex_);
  return reached_;
}

void FaultyFiles::heal() {
  const std::lock_guard lock(mutex_);
  left_ = 0;
  limit_ = -1;
}

void FaultyFiles::limit_size(std::int64_t bytes) {
  const std::lock_guard lock(mutex_);
  limit_ = bytes;
}

int FaultyFiles::before(Op op) {
  const std::lock_guard lock(mutex_);
  if (left_ == 0 || (ops_ & op) == 0) return SQLITE_OK;
  if (left_ > 1) {
    --left_;
    return SQLITE_OK;
  }
  if (harm_ == Harm::kill) std::raise(SIGKILL);
  reached_ = true;
  if (harm_ == Harm::once) left_ = 0;
  return code_;
}

bool FaultyFiles::fits(std::int64_t size) const {
  const std::lock_guard lock(mutex_);
  return limit_ < 0 || size <= limit_;
}

void FaultyFiles::watch_syncs() {
  const std::lock_guard lock(mutex_);
  watching_ = true;
}

void FaultyFiles::opened(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (watching_ && !watched_.contains(path)) watched_[path] = {content(path), {}};
}

void FaultyFiles::wrote(const std::string& path, const void* data, int size, std::int64_t at) {
  const std::lock_guard lock(mutex_);
  if (watching_) watched_[path].since.push_back({at, {static_cast<const char*>(data), static_cast<std::size_t>(size)}});
}

void FaultyFiles::cut(const std::string& path, std::int64_t size) {
  const std::lock_guard lock(mutex_);
  if (watching_) watched_[path].since.push_back({size, {}});
}

void FaultyFiles::synced(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (!watching_) return;
  Watched& file = watched_[path];
  for (const Write& made : file.since) apply(file.synced, made, [] { return true; });
  file.since.clear();
}

void FaultyFiles::lose_unsynced(std::mt19937& chance) {
  const std::lock_guard lock(mutex_);
  for (auto& [path, file] : watched_) {
    if (file.since.empty()) continue;
    for (const Write& made : file.since) apply(file.synced, made, [&chance] { return chance() % 2 == 0; });
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file.synced;
  }
  watched_.clear();
}

}  // namespace ent::test
