#include "store/sqlite/backup.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <filesystem>
#include <system_error>

#include "store/sqlite/fault.hpp"

namespace ent::store::sqlite {
namespace {

namespace files = std::filesystem;

[[noreturn]] void refuse(const std::string& why) { throw Failure(Fault::io, "backup: " + why); }

files::path utf8(const std::string& path) { return files::path(std::u8string(path.begin(), path.end())); }

/// The file that is being written; gone at the end, whatever the end was.
class Partial {
 public:
  explicit Partial(const std::string& name) : name_(name) {
    // Created by this call or not at all: two backups never write one file.
    std::FILE* created = std::fopen(name_.c_str(), "wbx");
    if (created == nullptr) refuse("the .partial file cannot be created, or is that of another backup, running or killed");
    std::fclose(created);
  }
  ~Partial() {
    // SQLite removes it, since SQLite also syncs the directory, in which the new name now stands.
    sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
    system->xDelete(system, name_.c_str(), 1);
  }
  Partial(const Partial&) = delete;
  Partial& operator=(const Partial&) = delete;

 private:
  std::string name_;
};

struct CloseDatabase {
  void operator()(sqlite3* handle) const noexcept { sqlite3_close(handle); }
};

/// All pages in one step: in several, each write between two of them starts the copy anew.
void copy_pages(Connection& source, const std::string& path) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  const std::unique_ptr<sqlite3, CloseDatabase> target(opened);
  if (result != SQLITE_OK) fail(opened, result);
  sqlite3_backup* backup = sqlite3_backup_init(opened, "main", source.handle(), "main");
  if (backup == nullptr) fail(opened, sqlite3_extended_errcode(opened));
  sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);
  if (finished != SQLITE_OK) fail(opened, finished);
}

/// Gives the copy its name; a name that is taken is not taken over.
void publish(const files::path& partial, const files::path& target) {
  std::error_code error;
  files::create_hard_link(partial, target, error);
  if (!error) return;
  // A file system without links; a name that was taken shows here too.
  if (files::exists(target)) refuse("the file is there already");
  files::rename(partial, target, error);
  if (error) refuse("the copy cannot be given its name");
}

}  // namespace

void copy_to_new_file(Connection& source, const std::string& path) {
  if (files::exists(utf8(path))) refuse("the file is there already");
  const std::string partial_name = path + ".partial";
  const Partial partial(partial_name);
  copy_pages(source, partial_name);
  publish(utf8(partial_name), utf8(path));
}

}  // namespace ent::store::sqlite
