/// A connection to a SQLite file.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

#include "store/sqlite/statement.hpp"
#include "store/store.hpp"
#include "store/text_table.hpp"

namespace ent::store::sqlite {

enum class Role { reader, writer };

class Connection final : public store::Connection {
 public:
  /// `name` is a path or a `file:` URI, and is created when it is not there; `files` is the file system
  /// (VFS) that it is in, null for that of the machine.
  Connection(const std::string& name, const char* files, const DatabaseOptions& options, Role role);

  Engine engine() const noexcept override { return Engine::sqlite; }
  Rows query(const Text& sql, std::span<const Arg> args) override;
  void exec(const Text& sql, std::span<const Arg> args) override;
  void exec_each(const Text& sql, std::span<const Arg> args) override;
  void script(std::string_view ddl) override;

  void begin_read() override;
  void begin_write() override;
  void commit() override;
  void rollback() noexcept override;
  void savepoint() override;
  void release() override;
  void rollback_to() override;
  bool in_transaction() const noexcept override;
  bool usable() const noexcept override { return !broken_; }

  sqlite3* handle() const noexcept { return handle_.get(); }
  /// Statements that are not cached; also in no words of DDL.
  void run_plain(const std::string& text);
  /// The first value of the first row, as text.
  std::string ask_plain(const char* text);
  /// Throws the failure of `result`, and remembers when the connection is past use.
  [[noreturn]] void fail(int result);
  /// Refuses a call on a connection past use, or behind a transaction that the engine dropped.
  void must_be_usable();

 private:
  void configure(const DatabaseOptions& options, Role role);
  Statement& statement(const Text& sql);
  void begin(const Text& sql);
  void must_be_begun();

  struct Close {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  TextTable<Statement> statements_;  // ends before the handle
  bool begun_ = false;
  bool broken_ = false;
  Fault last_fault_ = Fault::bug;
};

}  // namespace ent::store::sqlite
