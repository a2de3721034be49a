/// A database whose process is killed at the n-th call to one of its connections: any engine.
#pragma once

#include <csignal>
#include <memory>
#include <utility>

#include "store/store.hpp"

namespace ent::test {

class DyingConnection final : public store::Connection {
 public:
  DyingConnection(std::unique_ptr<store::Connection> real, int& left) : real_(std::move(real)), left_(left) {}

  store::Engine engine() const noexcept override { return real_->engine(); }
  store::Rows query(const store::Text& sql, std::span<const store::Arg> args) override { return count(), real_->query(sql, args); }
  void exec(const store::Text& sql, std::span<const store::Arg> args) override { count(), real_->exec(sql, args); }
  void exec_each(const store::Text& sql, std::span<const store::Arg> args) override { count(), real_->exec_each(sql, args); }
  void script(std::string_view ddl) override { count(), real_->script(ddl); }
  void begin_read() override { count(), real_->begin_read(); }
  void begin_write() override { count(), real_->begin_write(); }
  void commit() override {
    count();
    real_->commit();
    count();
  }
  void rollback() noexcept override { real_->rollback(); }
  void savepoint() override { count(), real_->savepoint(); }
  void release() override { count(), real_->release(); }
  void rollback_to() override { count(), real_->rollback_to(); }
  bool in_transaction() const noexcept override { return real_->in_transaction(); }
  bool usable() const noexcept override { return real_->usable(); }

 private:
  void count() {
    if (--left_ == 0) std::raise(SIGKILL);
  }

  std::unique_ptr<store::Connection> real_;
  int& left_;
};

class DyingDatabase final : public store::Database {
 public:
  DyingDatabase(std::shared_ptr<store::Database> real, int calls) : real_(std::move(real)), left_(calls) {}

  store::Engine engine() const noexcept override { return real_->engine(); }
  std::unique_ptr<store::Connection> connect_reader() override { return wrap(real_->connect_reader()); }
  std::unique_ptr<store::Connection> connect_writer() override { return wrap(real_->connect_writer()); }
  bool one_writer() const noexcept override { return real_->one_writer(); }
  std::int64_t take_numbers(store::Connection& unit, std::int64_t org, std::string_view sequence,
                            std::int64_t count) override {
    return real_->take_numbers(unit, org, sequence, count);
  }
  std::optional<std::string> check(CheckLevel level, Watch* watch) override { return real_->check(level, watch); }
  bool backup(const store::BackupTarget& target, Watch* watch) override { return real_->backup(target, watch); }

 private:
  std::unique_ptr<store::Connection> wrap(std::unique_ptr<store::Connection> real) {
    return std::make_unique<DyingConnection>(std::move(real), left_);
  }

  std::shared_ptr<store::Database> real_;
  int left_;
};

}  // namespace ent::test
