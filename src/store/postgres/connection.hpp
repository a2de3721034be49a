/// A connection to a PostgreSQL server.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/postgres/pipeline.hpp"
#include "store/postgres/uri.hpp"
#include "store/store.hpp"
#include "store/text_table.hpp"

namespace ent::store::postgres {

enum class Role { reader, writer };

class Connection final : public store::Connection {
 public:
  Connection(const Address& address, const DatabaseOptions& options, Role role);

  Engine engine() const noexcept override { return Engine::postgres; }
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
  bool in_transaction() const noexcept override { return begun_ != Begun::no; }
  bool usable() const noexcept override { return !pipeline_.broken() && !pipeline_.hung_up(); }

  void wait_for(const Cursor& cursor) { pipeline_.wait_for(cursor); }
  void run_plain(const std::string& text) { pipeline_.run_plain(text); }

 private:
  enum class Begun { no, read, write };

  void ask(const Text& sql, std::span<const Arg> args, Cursor* cursor);
  Cursor& free_cursor();
  void begin(const Text& sql, Begun begun);
  void end_with(const Text& sql);
  void must_be_begun() const;
  void settle();

  Pipeline pipeline_;
  TextTable<Prepared> statements_;
  std::size_t statement_count_ = 0;
  Values values_;
  std::vector<std::unique_ptr<Cursor>> cursors_;
  int partitions_;
  Begun begun_ = Begun::no;
  bool ended_unseen_ = false;  ///< The end of the last transaction was sent, and its answer not read.
};

}  // namespace ent::store::postgres
