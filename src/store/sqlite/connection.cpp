#include "store/sqlite/connection.hpp"

#include "store/ddl.hpp"
#include "store/items.hpp"
#include "store/sqlite/fault.hpp"
#include "store/sqlite/packed.hpp"

namespace ent::store::sqlite {
namespace {

constexpr Sql sql_begin_read{"BEGIN"};
constexpr Sql sql_begin_write{"BEGIN IMMEDIATE"};
constexpr Sql sql_commit{"COMMIT"};
constexpr Sql sql_savepoint{"SAVEPOINT inner_unit"};
constexpr Sql sql_release{"RELEASE inner_unit"};
constexpr Sql sql_rollback_to{"ROLLBACK TO inner_unit"};

}  // namespace

Connection::Connection(const std::string& name, const char* files, const DatabaseOptions& options, Role role) {
  constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                        SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(name.c_str(), &opened, flags, files);
  handle_.reset(opened);
  if (result != SQLITE_OK) fail(result);
  configure(options, role);
}

void Connection::configure(const DatabaseOptions& options, Role role) {
  // First of all: any statement, even a read, may meet a lock while another connection opens or closes.
  sqlite3_busy_timeout(handle(), options.busy_timeout_ms);
  // A file may come from anywhere: nothing that its schema holds is run.
  for (const int off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
                        SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW, SQLITE_DBCONFIG_ENABLE_FKEY,
                        SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML})
    sqlite3_db_config(handle(), off, 0, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_limit(handle(), SQLITE_LIMIT_ATTACHED, 0);
  if (const int result = add_packed(handle()); result != SQLITE_OK) fail(result);

  run_plain("PRAGMA mmap_size = 0");
  run_plain("PRAGMA cell_size_check = ON");
  run_plain("PRAGMA secure_delete = ON");
  run_plain("PRAGMA temp_store = MEMORY");  // what is sorted does not go to files of its own
  run_plain("PRAGMA journal_size_limit = 67108864");  // after a burst the write-ahead log is cut to 64 MiB
  run_plain(options.durability == Durability::full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
  if (role == Role::reader) run_plain("PRAGMA query_only = ON");
}

void Connection::run_plain(const std::string& text) {
  must_be_usable();
  const int result = sqlite3_exec(handle(), text.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) fail(result);
}

std::string Connection::ask_plain(const char* text) {
  Statement asked(*this, Text{text});
  return asked.next() ? std::string(asked.text(0)) : std::string();
}

void Connection::fail(int result) {
  const Fault fault = fault_of(result);
  if ((result & 0xff) == SQLITE_IOERR && fault == Fault::io) broken_ = true;
  last_fault_ = fault;
  sqlite::fail(handle(), result);
}

void Connection::must_be_usable() {
  if (broken_) throw Failure(Fault::io, past_use);
  // What follows would each commit alone, behind the back of a caller who believes in a transaction.
  if (begun_ && !in_transaction()) throw Failure(last_fault_, "the transaction was dropped by the engine");
}

void Connection::must_be_begun() {
  must_be_usable();
  if (!begun_) throw Failure(Fault::bug, "no transaction was begun");
}

Statement& Connection::statement(const Text& sql) {
  must_be_usable();
  Statement* found = statements_.find(sql.text);
  if (found == nullptr) found = &statements_.add(sql.text, std::make_unique<Statement>(*this, sql));
  while (found->is_open()) {
    if (found->twin == nullptr) found->twin = std::make_unique<Statement>(*this, sql);
    found = found->twin.get();
  }
  return *found;
}

Rows Connection::query(const Text& sql, std::span<const Arg> args) {
  Statement& asked = statement(sql);
  asked.bind(args, Statement::Values::copied);
  Rows rows(asked.open());
  return rows;
}

void Connection::exec(const Text& sql, std::span<const Arg> args) {
  Statement& done = statement(sql);
  done.bind(args, Statement::Values::borrowed);
  done.run();
}

void Connection::exec_each(const Text& sql, std::span<const Arg> args) {
  const std::size_t count = item_count(args);
  Statement& done = statement(sql);
  done.bind_scalars(args);
  for (std::size_t row = 0; row < count; ++row) {
    done.bind_items(args, row);
    done.run();
  }
}

void Connection::script(std::string_view ddl) { run_plain(ddl_for_engine(ddl, Engine::sqlite)); }

void Connection::begin(const Text& sql) {
  if (in_transaction()) throw Failure(Fault::bug, "a transaction is open");
  begun_ = false;  // what the engine dropped is over, now that its owner begins anew
  exec(sql, {});
  begun_ = true;
}

void Connection::begin_read() { begin(sql_begin_read); }
void Connection::begin_write() { begin(sql_begin_write); }

void Connection::commit() {
  must_be_begun();
  exec(sql_commit, {});
  begun_ = false;
}

void Connection::rollback() noexcept {
  begun_ = false;
  if (!in_transaction()) return;
  sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  if (in_transaction()) broken_ = true;
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
  exec(sql_rollback_to, {});
  exec(sql_release, {});
}

bool Connection::in_transaction() const noexcept { return sqlite3_get_autocommit(handle()) == 0; }

}  // namespace ent::store::sqlite
