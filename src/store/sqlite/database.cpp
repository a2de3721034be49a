#include "store/sqlite/database.hpp"

#include <sqlite3.h>

#include "store/sqlite/application.hpp"
#include "store/sqlite/backup.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/memory_files.hpp"
#include "store/sqlite/watched.hpp"

namespace ent::store::sqlite {
namespace {

/// The numbers of `id_block` (migrate.cpp) change with the caller's transaction: what is rolled back
/// is not given, and no number is left out.
constexpr Sql sql_take{
    "INSERT INTO id_block (org, sequence, next) VALUES ($1, $2, CAST($3 AS BIGINT) + 1) "
    "ON CONFLICT (org, sequence) DO UPDATE SET next = id_block.next + $3 RETURNING next - $3"};

/// Where the file is: on disk, or in memory of the store's own.
struct Place {
  explicit Place(std::string given) : name(std::move(given)) {
    if (name != ":memory:") return;
    name = "/store";
    memory = std::make_unique<MemoryFiles>();
  }
  const char* files() const noexcept { return memory ? memory->name().c_str() : nullptr; }

  std::string name;
  std::unique_ptr<MemoryFiles> memory;
};

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(std::string name, const DatabaseOptions& options)
      : place_(std::move(name)), options_(options), keeper_(place_.name, place_.files(), options_, Role::writer) {
    claim();
    use_write_ahead_log();
  }

  Engine engine() const noexcept override { return Engine::sqlite; }
  bool one_writer() const noexcept override { return true; }
  std::unique_ptr<store::Connection> connect_reader() override { return connect(Role::reader); }
  std::unique_ptr<store::Connection> connect_writer() override { return connect(Role::writer); }
  std::int64_t take_numbers(store::Connection& unit, std::int64_t org, std::string_view sequence,
                            std::int64_t count) override;
  std::optional<std::string> check(CheckLevel level, Watch* watch) override;
  bool backup(const BackupTarget& target, Watch* watch) override;

 private:
  std::unique_ptr<Connection> connect(Role role) {
    return std::make_unique<Connection>(place_.name, place_.files(), options_, role);
  }
  void claim();
  void use_write_ahead_log();

  Place place_;
  DatabaseOptions options_;
  /// Open for the life of the store: a store in memory lives as long, and the last connection of a file
  /// never closes while others come and go, which they would meet as a lock.
  Connection keeper_;
};

/// Marks an empty file as a store; refuses a file that is another program's.
void SqliteDatabase::claim() {
  if (keeper_.ask_plain("PRAGMA application_id") == application_id) return;
  keeper_.begin_write();
  const std::string found = keeper_.ask_plain("PRAGMA application_id");
  const bool empty = keeper_.ask_plain("/*sqlite*/ SELECT count(*) FROM sqlite_schema") == "0";
  if (found != application_id && (found != "0" || !empty)) {
    keeper_.rollback();
    throw Failure(Fault::corrupt, "the file is no store of this library");
  }
  keeper_.run_plain(std::string("PRAGMA application_id = ") + application_id);
  keeper_.commit();
}

/// Set once, when the store is made: it stays in the file. SQLite changes it by a lock for which it does not wait: whoever makes the
/// same store at the same time is waited for here.
void SqliteDatabase::use_write_ahead_log() {
  constexpr int pause_ms = 5;
  for (int waited_ms = 0; keeper_.ask_plain("PRAGMA journal_mode") != "wal"; waited_ms += pause_ms) {
    try {
      if (keeper_.ask_plain("PRAGMA journal_mode = WAL") == "wal") return;
    } catch (const Failure& failure) {
      if (failure.fault() != Fault::busy || waited_ms >= options_.busy_timeout_ms) throw;
      sqlite3_sleep(pause_ms);
      continue;
    }
    throw Failure(Fault::bug, "the place of the file allows no write-ahead log");
  }
}

std::int64_t SqliteDatabase::take_numbers(store::Connection& unit, std::int64_t org, std::string_view sequence,
                                          std::int64_t count) {
  const Arg args[] = {org, sequence, count};
  Rows taken = unit.query(sql_take, args);
  taken.next();
  return taken.integer(0);
}

std::optional<std::string> SqliteDatabase::check(CheckLevel level, Watch* watch) {
  const auto connection = connect(Role::reader);
  const Watched watched(connection->handle(), watch);
  const Text text{level == CheckLevel::quick ? "PRAGMA quick_check" : "PRAGMA integrity_check"};
  std::string problems;
  try {
    Statement checking(*connection, text);
    while (checking.next()) problems.append(problems.empty() ? "" : "\n").append(checking.text(0));
  } catch (const Failure& failure) {
    watched.rethrow();
    // So damaged that the check itself cannot go on.
    if (failure.fault() != Fault::corrupt) throw;
    problems.append(problems.empty() ? "" : "\n").append(failure.what());
  }
  return problems == "ok" ? std::string() : problems;
}

bool SqliteDatabase::backup(const BackupTarget& target, Watch* watch) {
  copy_to_file(*connect(Role::reader), target, watch);
  return true;
}

}  // namespace

std::unique_ptr<Database> open(const std::string& name, const DatabaseOptions& options) {
  return std::make_unique<SqliteDatabase>(name, options);
}

}  // namespace ent::store::sqlite
