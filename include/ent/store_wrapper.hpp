/// For hosts that stand between the portal and its store: to see, count, time or route statements.
///
///     class Counting : public ent::store::ConnectionWrapper {
///       using ConnectionWrapper::ConnectionWrapper;
///       void exec(const Text& text, std::span<const Arg> args) override { ++count; ConnectionWrapper::exec(text, args); }
///     };
///
/// docs/sql-port.md says what a connection promises, and what its caller does.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "ent/store.hpp"

namespace ent::store {

/// A connection that hands all calls on; derive from it, and override those that matter.
class ConnectionWrapper : public Connection {
 public:
  explicit ConnectionWrapper(std::unique_ptr<Connection> inner) noexcept : inner_(std::move(inner)) {}

  Engine engine() const noexcept override { return inner_->engine(); }
  Rows query(const Text& text, std::span<const Arg> args) override { return inner_->query(text, args); }
  void exec(const Text& text, std::span<const Arg> args) override { inner_->exec(text, args); }
  void exec_each(const Text& text, std::span<const Arg> args) override { inner_->exec_each(text, args); }
  void script(std::string_view ddl) override { inner_->script(ddl); }
  void begin_read() override { inner_->begin_read(); }
  void begin_write() override { inner_->begin_write(); }
  void commit() override { inner_->commit(); }
  void rollback() noexcept override { inner_->rollback(); }
  void savepoint() override { inner_->savepoint(); }
  void release() override { inner_->release(); }
  void rollback_to() override { inner_->rollback_to(); }
  bool in_transaction() const noexcept override { return inner_->in_transaction(); }
  bool usable() const noexcept override { return inner_->usable(); }

 private:
  std::unique_ptr<Connection> inner_;
};

/// A store that hands all calls on; derive from it, and wrap the connections. A check and a backup go over
/// connections of the inner store's own.
class DatabaseWrapper : public Database {
 public:
  explicit DatabaseWrapper(std::shared_ptr<Database> inner) noexcept : inner_(std::move(inner)) {}

  Engine engine() const noexcept override { return inner_->engine(); }
  std::unique_ptr<Connection> connect_reader() override { return inner_->connect_reader(); }
  std::unique_ptr<Connection> connect_writer() override { return inner_->connect_writer(); }
  bool one_writer() const noexcept override { return inner_->one_writer(); }
  std::int64_t take_numbers(Connection& unit, std::int64_t org, std::string_view sequence, std::int64_t count) override {
    return inner_->take_numbers(unit, org, sequence, count);
  }
  std::optional<std::string> check(CheckLevel level, Watch* watch) override { return inner_->check(level, watch); }
  bool backup(const BackupTarget& target, Watch* watch) override { return inner_->backup(target, watch); }

 private:
  std::shared_ptr<Database> inner_;
};

}  // namespace ent::store
