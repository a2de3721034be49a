/// SQLite as one writes it by hand: what the library's figures are held against.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "store/sqlite/packed.hpp"

namespace ent::bench {

class RawStore {
 public:
  explicit RawStore(const std::string& path, bool durable = false) {
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;  // of one thread, as the library's
    check(sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr));
    sqlite3_busy_timeout(handle_, 5000);
    check(store::sqlite::add_packed(handle_));  // some texts of the library ask for it
    run("PRAGMA journal_mode=WAL");
    run(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
  }
  ~RawStore() { sqlite3_close_v2(handle_); }
  RawStore(const RawStore&) = delete;
  RawStore& operator=(const RawStore&) = delete;

  sqlite3* handle() const noexcept { return handle_; }
  void run(const char* text) const { check(sqlite3_exec(handle_, text, nullptr, nullptr, nullptr)); }
  void check(int code) const {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(handle_));
  }

 private:
  sqlite3* handle_ = nullptr;
};

/// A prepared statement that is stepped to its end each time.
class RawStatement {
 public:
  RawStatement(const RawStore& store, const char* text) : store_(store) {
    store.check(sqlite3_prepare_v3(store.handle(), text, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
  }
  ~RawStatement() { sqlite3_finalize(statement_); }
  RawStatement(const RawStatement&) = delete;
  RawStatement& operator=(const RawStatement&) = delete;

  RawStatement& bind(int at, std::int64_t value) {
    sqlite3_bind_int64(statement_, at, value);
    return *this;
  }
  RawStatement& bind(int at, std::string_view value) {
    sqlite3_bind_text(statement_, at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    return *this;
  }
  template <class... A>
  RawStatement& with(const A&... values) {
    int at = 0;
    (bind(++at, values), ...);
    return *this;
  }
  /// Runs, and hands each row to `row`.
  template <class Row>
  void each(Row row) {
    int code = sqlite3_step(statement_);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement_)) row(statement_);
    if (code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(store_.handle()));
    sqlite3_reset(statement_);
  }
  void run() {
    each([](sqlite3_stmt*) {});
  }
  /// Of SQLite's virtual machine, since it was prepared.
  std::int64_t steps() const { return sqlite3_stmt_status(statement_, SQLITE_STMTSTATUS_VM_STEP, 0); }

 private:
  const RawStore& store_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace ent::bench
