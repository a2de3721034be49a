#include "counting.hpp"

#include "store/pool.hpp"
#include "store/sqlite/connection.hpp"
#include "unit/state.hpp"
#include "unit/write_queue.hpp"

namespace ent::test {
namespace {

using store::Arg;
using store::Rows;
using store::Text;

class Connection;

/// The rows of a query, each of which is counted.
class Cursor final : public store::Cursor {
 public:
  Cursor(Connection& connection, Rows rows, std::int64_t sent)
      : connection_(connection), rows_(std::move(rows)), sent_(sent) {}
  bool next() override;
  bool is_null(int column) const override { return rows_.is_null(column); }
  std::int64_t integer(int column) const override { return rows_.integer(column); }
  std::string_view text(int column) const override { return rows_.text(column); }
  std::span<const std::byte> bytes(int column) const override { return rows_.bytes(column); }
  void done() noexcept override { delete this; }

 private:
  Connection& connection_;
  Rows rows_;
  std::int64_t sent_;
};

class Connection final : public store::Connection {
 public:
  Connection(Count& count, std::unique_ptr<store::Connection> inner) : count_(count), inner_(std::move(inner)) {}

  store::Engine engine() const noexcept override { return inner_->engine(); }
  Rows query(const Text& text, std::span<const Arg> args) override {
    ++count_.statements;
    ++sent_;
    return Rows(new Cursor(*this, inner_->query(text, args), sent_));
  }
  void exec(const Text& text, std::span<const Arg> args) override {
    ++count_.statements;
    ++sent_;
    inner_->exec(text, args);
  }
  void exec_each(const Text& text, std::span<const Arg> args) override {
    ++count_.statements;
    ++sent_;
    inner_->exec_each(text, args);
  }
  void script(std::string_view ddl) override { inner_->script(ddl); }
  void begin_read() override {
    steps_before_ = steps();
    inner_->begin_read();
  }
  void begin_write() override {
    steps_before_ = steps();
    inner_->begin_write();
  }
  void commit() override {
    ++sent_;
    wait_for(sent_);
    inner_->commit();
    add_steps();
  }
  void rollback() noexcept override {
    inner_->rollback();
    add_steps();
  }
  void savepoint() override { inner_->savepoint(); }
  void release() override { inner_->release(); }
  void rollback_to() override { inner_->rollback_to(); }
  bool in_transaction() const noexcept override { return inner_->in_transaction(); }
  bool usable() const noexcept override { return inner_->usable(); }

  store::Connection& inner() const noexcept { return *inner_; }
  /// What was sent later comes with what was sent before it.
  void wait_for(std::int64_t sent) {
    if (sent <= received_) return;
    ++count_.round_trips;
    received_ = sent_;
  }
  void count_row() { ++count_.rows; }

 private:
  std::int64_t steps() const {
    const auto* sqlite = dynamic_cast<const store::sqlite::Connection*>(inner_.get());
    if (sqlite == nullptr) return 0;
    std::int64_t sum = 0;
    for (sqlite3_stmt* one = sqlite3_next_stmt(sqlite->handle(), nullptr); one != nullptr;
         one = sqlite3_next_stmt(sqlite->handle(), one)) {
      sum += sqlite3_stmt_status(one, SQLITE_STMTSTATUS_VM_STEP, 0);
    }
    return sum;
  }
  void add_steps() { count_.steps += steps() - steps_before_; }

  Count& count_;
  std::unique_ptr<store::Connection> inner_;
  std::int64_t sent_ = 0;
  std::int64_t received_ = 0;
  std::int64_t steps_before_ = 0;
};

bool Cursor::next() {
  connection_.wait_for(sent_);
  const bool more = rows_.next();
  if (more) connection_.count_row();
  return more;
}

class Database final : public store::Database {
 public:
  Database(Count& count, std::shared_ptr<store::Database> inner) : count_(count), inner_(std::move(inner)) {}

  store::Engine engine() const noexcept override { return inner_->engine(); }
  std::unique_ptr<store::Connection> connect_reader() override { return wrap(inner_->connect_reader()); }
  std::unique_ptr<store::Connection> connect_writer() override { return wrap(inner_->connect_writer()); }
  bool one_writer() const noexcept override { return inner_->one_writer(); }
  std::int64_t take_numbers(store::Connection& unit, std::int64_t org, std::string_view sequence,
                            std::int64_t count) override {
    ++count_.statements;
    return inner_->take_numbers(static_cast<Connection&>(unit).inner(), org, sequence, count);
  }
  std::optional<std::string> check(CheckLevel level, Watch* watch) override { return inner_->check(level, watch); }
  bool backup(const store::BackupTarget& target, Watch* watch) override { return inner_->backup(target, watch); }

 private:
  std::unique_ptr<store::Connection> wrap(std::unique_ptr<store::Connection> inner) {
    return std::make_unique<Connection>(count_, std::move(inner));
  }

  Count& count_;
  std::shared_ptr<store::Database> inner_;
};

}  // namespace

std::ostream& operator<<(std::ostream& out, const Count& count) {
  return out << count.statements << " statements, " << count.round_trips << " round trips, " << count.rows << " rows, "
             << count.steps << " steps";
}

Counting::Counting(const Portal& portal) {
  unit::PortalState& state = portal.state();
  state.readers.reset();
  state.writers.reset();
  state.queue.reset();
  state.database = std::make_shared<Database>(count_, std::move(state.database));
  store::Database& database = *state.database;
  constexpr std::chrono::milliseconds patience{5'000};
  state.readers = std::make_unique<store::Pool>(database, store::Pool::Role::readers, 2, patience);
  if (database.one_writer()) {
    state.queue = std::make_unique<unit::WriteQueue>(database);
  } else {
    state.writers = std::make_unique<store::Pool>(database, store::Pool::Role::writers, 2, patience);
  }
}

}  // namespace ent::test
