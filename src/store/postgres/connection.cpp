#include "store/postgres/connection.hpp"

#include <algorithm>

#include "store/ddl.hpp"
#include "store/dialect.hpp"
#include "store/items.hpp"

namespace ent::store::postgres {
namespace {

// One snapshot from the first question to the last: what a right was judged on is what is then read.
constexpr Sql sql_begin_read{"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"};
constexpr Sql sql_begin_write{"BEGIN ISOLATION LEVEL REPEATABLE READ"};
constexpr Sql sql_commit{"COMMIT"};
constexpr Sql sql_rollback{"ROLLBACK"};
constexpr Sql sql_savepoint{"SAVEPOINT inner_unit"};
constexpr Sql sql_release{"RELEASE inner_unit"};
constexpr Sql sql_rollback_to{"ROLLBACK TO inner_unit"};

/// At most this long for a server that does not answer; in seconds, and two at least, as libpq has it.
std::string connect_timeout(const DatabaseOptions& options) {
  return std::to_string(std::max(2, options.busy_timeout_ms / 1000));
}

Pipeline connect(const Address& address, const DatabaseOptions& options) {
  const std::string timeout = connect_timeout(options);
  const char* const keywords[] = {"connect_timeout", "fallback_application_name", "dbname", "client_encoding", nullptr};
  const char* const values[] = {timeout.c_str(), "ent", address.uri.c_str(), "UTF8", nullptr};
  return Pipeline(keywords, values);
}

std::string settings(const Address& address, const DatabaseOptions& options, Role role) {
  std::string text =
      "SET timezone = 'UTC'; SET standard_conforming_strings = on; SET bytea_output = 'hex';"
      "SET client_min_messages = warning;"
      // The texts are written for plans that know no values, as SQLite makes them. Planned anew for each call, as the server would
      // have it, the longer ones take ten times as long to plan as to run.
      "SET plan_cache_mode = force_generic_plan;";
  text += "SET lock_timeout = " + std::to_string(options.busy_timeout_ms) + ";";
  text += options.durability == Durability::full ? "SET synchronous_commit = on;" : "SET synchronous_commit = off;";
  if (role == Role::reader) text += "SET default_transaction_read_only = on;";
  // Temporary tables last: nobody puts one before ours.
  if (!address.schema.empty()) text += "SET search_path = " + address.schema + ", pg_temp;";
  return text;
}

}  // namespace

Connection::Connection(const Address& address, const DatabaseOptions& options, Role role)
    : pipeline_(connect(address, options)), partitions_(address.partitions) {
  pipeline_.run_plain(settings(address, options, role));
}

void Connection::settle() {
  if (!std::exchange(ended_unseen_, false)) return;
  pipeline_.forget();
  // A statement that nobody waited for failed, and so the end of its transaction was skipped.
  if (pipeline_.transaction_failed()) pipeline_.run_plain("ROLLBACK");
}

void Connection::ask(const Text& sql, std::span<const Arg> args, Cursor* cursor) {
  settle();
  const char* const key = sql.postgres != nullptr ? sql.postgres : sql.text;
  Prepared* prepared = statements_.find(key);
  if (prepared == nullptr) {
    auto made = std::make_unique<Prepared>();
    made->name = "s" + std::to_string(++statement_count_);
    made->text = for_engine(sql, Engine::postgres);
    prepared = &statements_.add(key, std::move(made));
  }
  values_.fill(args);
  pipeline_.ask(*prepared, values_, cursor);
}

Cursor& Connection::free_cursor() {
  for (const auto& cursor : cursors_) {
    if (cursor->is_free()) return *cursor;
  }
  return *cursors_.emplace_back(std::make_unique<Cursor>(*this));
}

Rows Connection::query(const Text& sql, std::span<const Arg> args) {
  Cursor& cursor = free_cursor();
  ask(sql, args, &cursor);
  Rows rows(&cursor);
  // Alone it is waited for: a failure of it must not meet the next, innocent call.
  if (begun_ == Begun::no) pipeline_.finish();
  return rows;
}

void Connection::exec(const Text& sql, std::span<const Arg> args) {
  ask(sql, args, nullptr);
  if (begun_ == Begun::no) pipeline_.finish();
}

void Connection::exec_each(const Text& sql, std::span<const Arg> args) {
  if (item_count(args) > 0) exec(sql, args);
}

void Connection::script(std::string_view ddl) {
  settle();
  run_plain(ddl_for_engine(ddl, Engine::postgres, partitions_));
}

void Connection::begin(const Text& sql, Begun begun) {
  if (begun_ != Begun::no) throw Failure(Fault::bug, "a transaction is open");
  ask(sql, {}, nullptr);
  begun_ = begun;
}

void Connection::begin_read() { begin(sql_begin_read, Begun::read); }
void Connection::begin_write() { begin(sql_begin_write, Begun::write); }

void Connection::must_be_begun() const {
  if (begun_ == Begun::no) throw Failure(Fault::bug, "no transaction was begun");
}

/// Sends the end of a transaction whose answer says nothing, and lets the next call read it.
void Connection::end_with(const Text& sql) {
  ask(sql, {}, nullptr);
  pipeline_.sync();
  ended_unseen_ = true;
  begun_ = Begun::no;
}

void Connection::commit() {
  must_be_begun();
  if (begun_ == Begun::read) return end_with(sql_commit);
  // The server would answer, without an error, that it rolled back.
  if (pipeline_.transaction_failed()) throw Failure(Fault::bug, "a statement of the transaction failed before");
  ask(sql_commit, {}, nullptr);
  pipeline_.finish();
  begun_ = Begun::no;
}

void Connection::rollback() noexcept {
  const Begun begun = std::exchange(begun_, Begun::no);
  if (begun == Begun::no || pipeline_.broken()) return;
  try {
    end_with(sql_rollback);
    // Locks are not kept until the next call.
    if (begun == Begun::write) settle();
  } catch (const std::exception&) {
    pipeline_.lose();
  }
}

void Connection::savepoint() {
  must_be_begun();
  exec(sql_savepoint, {});
}

void Connection::release() {
  must_be_begun();
  exec(sql_release, {});
}

void Connection::rollback_to() {
  must_be_begun();
  pipeline_.forget();
  exec(sql_rollback_to, {});
  exec(sql_release, {});
}

}  // namespace ent::store::postgres
