#include "store/sqlite/backup_place.hpp"

#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

#include "base/error.hpp"
#include "store/sqlite/application.hpp"

namespace ent::store::sqlite {
namespace {

namespace files = std::filesystem;

[[noreturn]] void refuse(Errc code, const char* reason) { throw Exception(base::fail(code, reason)); }

files::path utf8(const std::string& path) { return files::path(std::u8string(path.begin(), path.end())); }

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// Whether a file has the mark of a store in its header, as claim() of database.cpp writes it.
bool is_store(const std::string& path) {
  constexpr std::size_t mark_begins = 68;
  constexpr std::size_t header_size = 100;
  std::array<char, header_size> header{};
  const File file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr || std::fread(header.data(), 1, header.size(), file.get()) != header.size()) return false;
  return std::memcmp(header.data() + mark_begins, application_mark, sizeof application_mark - 1) == 0;
}

/// A log beside the old file would be taken for that of the copy.
bool has_log(const std::string& path) {
  std::error_code error;
  for (const char* ending : {"-wal", "-journal"}) {
    if (files::exists(utf8(path + ending), error)) return true;
  }
  return false;
}

void expect_free(const BackupTarget& target) {
  std::error_code error;
  if (!files::exists(files::symlink_status(utf8(target.path), error))) return;
  if (!target.replace) refuse(Errc::already_exists, "backup.exists");
  if (!is_store(target.path)) refuse(Errc::failed_precondition, "backup.not_a_store");
  if (has_log(target.path)) refuse(Errc::failed_precondition, "backup.in_use");
}

}  // namespace

BackupPlace::BackupPlace(const BackupTarget& target)
    : target_(target), path_(utf8(target.path)), partial_(target.path + ".partial") {
  if (target.path.empty() || target.path.find('\0') != std::string::npos) refuse(Errc::invalid_argument, "backup.no_place");
  expect_free(target);
  // Created by this call or not at all: two backups never write one file.
  const File created(std::fopen(partial_.c_str(), "wbx"));
  if (created != nullptr) return;
  std::error_code error;
  if (files::exists(utf8(partial_), error)) refuse(Errc::failed_precondition, "backup.partial_left");
  refuse(Errc::invalid_argument, "backup.no_place");
}

BackupPlace::~BackupPlace() {
  // SQLite removes it, since SQLite also syncs the directory, in which the new name now stands.
  sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
  system->xDelete(system, (partial_ + "-journal").c_str(), 0);
  system->xDelete(system, partial_.c_str(), 1);
}

void BackupPlace::publish() const {
  std::error_code error;
  expect_free(target_);  // it may have been taken in the meantime
  if (target_.replace) {
    const files::path whole = utf8(target_.path + ".whole");
    files::remove(whole, error);
    files::create_hard_link(utf8(partial_), whole, error);  // so that `.partial` is still there to be removed
    files::rename(error ? utf8(partial_) : whole, path_, error);
  } else {
    files::create_hard_link(utf8(partial_), path_, error);
    if (!error) return;
    // A file system without links; a name that was taken shows here too.
    if (files::exists(path_)) refuse(Errc::already_exists, "backup.exists");
    files::rename(utf8(partial_), path_, error);
  }
  if (error) refuse(Errc::invalid_argument, "backup.no_place");
}

}  // namespace ent::store::sqlite
