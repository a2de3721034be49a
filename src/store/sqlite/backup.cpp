#include "store/sqlite/backup.hpp"

#include <sqlite3.h>

#include <memory>

#include "store/sqlite/backup_place.hpp"
#include "store/sqlite/fault.hpp"
#include "store/sqlite/watched.hpp"

namespace ent::store::sqlite {
namespace {

constexpr int pages_at_once = 256;

struct CloseDatabase {
  void operator()(sqlite3* handle) const noexcept { sqlite3_close(handle); }
};
using OpenDatabase = std::unique_ptr<sqlite3, CloseDatabase>;

struct CloseStatement {
  void operator()(sqlite3_stmt* handle) const noexcept { sqlite3_finalize(handle); }
};

OpenDatabase open_file(const std::string& name, int flags) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(name.c_str(), &opened, flags, nullptr);
  OpenDatabase handle(opened);
  if (result != SQLITE_OK) fail(opened, result);
  return handle;
}

/// A running copy; ended with it.
class Copying {
 public:
  Copying(sqlite3* target, sqlite3* source) : target_(target) {
    handle_ = sqlite3_backup_init(target, "main", source, "main");
    if (handle_ == nullptr) fail(target, sqlite3_extended_errcode(target));
  }
  ~Copying() { sqlite3_backup_finish(handle_); }
  Copying(const Copying&) = delete;
  Copying& operator=(const Copying&) = delete;

  /// True while there are pages left.
  bool step() {
    const int result = sqlite3_backup_step(handle_, pages_at_once);
    if (result != SQLITE_OK && result != SQLITE_DONE) fail(target_, result);
    return result == SQLITE_OK;
  }
  Progress progress() const {
    const std::int64_t total = sqlite3_backup_pagecount(handle_);
    return {total - sqlite3_backup_remaining(handle_), total};
  }

 private:
  sqlite3* target_;
  sqlite3_backup* handle_;
};

/// One read transaction around all steps: else each write between two of them would start the copy anew.
class OneInstant {
 public:
  explicit OneInstant(Connection& source) : source_(source) {
    source_.begin_read();
    source_.ask_plain("/*sqlite*/ SELECT count(*) FROM sqlite_schema");
  }
  ~OneInstant() { source_.rollback(); }
  OneInstant(const OneInstant&) = delete;
  OneInstant& operator=(const OneInstant&) = delete;

 private:
  Connection& source_;
};

void copy_pages(Connection& source, const std::string& path, Watch* watch) {
  const OneInstant instant(source);
  const OpenDatabase target = open_file(path, SQLITE_OPEN_READWRITE);
  Copying copying(target.get(), source.handle());
  bool more = true;
  while (more) {
    more = copying.step();
    if (watch != nullptr && !watch->go_on(copying.progress())) throw Failure(Fault::interrupted, "the backup was stopped");
  }
}

/// `file:` and the path, in which only plain characters stand for themselves.
std::string uri_of(const std::string& path) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' ||
                       c == '_' || (c == '/' && uri.back() != '/');  // two slashes would begin a host
    const auto byte = static_cast<unsigned char>(c);
    if (plain) {
      uri += c;
    } else {
      uri.append({'%', digits[byte >> 4], digits[byte & 0xF]});
    }
  }
  return uri;
}

/// Reads the copy as it lies there: pages that were damaged in the store, or got so on the way, are not kept.
void expect_sound(const std::string& path, Watch* watch) {
  // Immutable: no log is made beside a file that nobody else has.
  const OpenDatabase copy = open_file(uri_of(path) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  const Watched watched(copy.get(), watch);
  sqlite3_stmt* prepared = nullptr;
  int result = sqlite3_prepare_v2(copy.get(), "PRAGMA quick_check(1)", -1, &prepared, nullptr);
  const std::unique_ptr<sqlite3_stmt, CloseStatement> checking(prepared);
  if (result == SQLITE_OK) result = sqlite3_step(prepared);
  watched.rethrow();
  if (result != SQLITE_ROW) fail(copy.get(), result);
  const auto* told = reinterpret_cast<const char*>(sqlite3_column_text(prepared, 0));
  if (told == nullptr || std::string_view(told) != "ok") throw Failure(Fault::corrupt, "the copy is not sound");
}

}  // namespace

void copy_to_file(Connection& source, const BackupTarget& target, Watch* watch) {
  const BackupPlace place(target);
  copy_pages(source, place.partial(), watch);
  expect_sound(place.partial(), watch);
  place.publish();
}

}  // namespace ent::store::sqlite
