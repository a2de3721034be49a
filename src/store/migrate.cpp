#include "store/migrate.hpp"

#include <map>
#include <vector>

#include "store/lexer.hpp"
#include "store/statistics.hpp"

namespace ent::store {
namespace {

/// What the store keeps for itself: step 0.
constexpr Migration own_step{0, "store", R"(
CREATE TABLE schema_step (
  number INT NOT NULL, name TEXT NOT NULL, text_hash INT NOT NULL,
  PRIMARY KEY (number)
) WHOLE;
CREATE TABLE id_block (
  org INT NOT NULL, sequence TEXT NOT NULL, next INT NOT NULL,
  PRIMARY KEY (org, sequence)
) BY_ORG;
)"};

constexpr Sql sql_has_marks{
    "/*sqlite*/ SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_step'",
    "/*postgres*/ SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace "
    "WHERE relname = 'schema_step' AND nspname = current_schema()"};
constexpr Sql sql_marks{"SELECT number, text_hash FROM schema_step"};
constexpr Sql sql_mark{"INSERT INTO schema_step (number, name, text_hash) VALUES ($1, $2, $3)"};

/// Held by the connection, across the transactions of all steps; ends with the connection. On SQLite
/// the write lock of each transaction does its work.
constexpr Sql sql_lock{
    "SELECT 1",
    "/*postgres*/ SELECT 1 FROM (SELECT pg_advisory_lock(hashtextextended('ent.migrate.' || current_schema(), 0))) AS held"};
constexpr Sql sql_wait_for_lock{"SELECT 1", "/*postgres*/ SELECT set_config('lock_timeout', '0', false)"};

/// Of the words, not of spaces and comments: a text may be laid out anew.
std::int64_t hash_of(const Migration& step) {
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a
  const auto add = [&hash](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u; };
  Lexer lexer(step.ddl);
  for (Lexeme lexeme = lexer.next_solid(); lexeme.kind != Lex::end; lexeme = lexer.next_solid()) {
    for (const char c : lexeme.text) add(c);
    add(' ');
  }
  return static_cast<std::int64_t>(hash);
}

std::map<std::int64_t, std::int64_t> marks_of(Connection& connection) {
  std::map<std::int64_t, std::int64_t> marks;
  {
    Rows has = connection.query(sql_has_marks, {});
    if (!has.next() || has.integer(0) == 0) return marks;
  }
  Rows rows = connection.query(sql_marks, {});
  while (rows.next()) marks[rows.integer(0)] = rows.integer(1);
  return marks;
}

std::vector<Migration> all_steps(std::span<const Migration> steps) {
  std::vector<Migration> all{own_step};
  for (const Migration& step : steps) {
    if (step.number <= all.back().number) throw Failure(Fault::bug, "the steps of the schema are numbered upwards from 1");
    all.push_back(step);
  }
  return all;
}

std::string title(const Migration& step) { return "step " + std::to_string(step.number) + " (" + step.name + ")"; }

/// How many steps are still to be run, when those that were run are known and unchanged.
std::size_t missing(const std::vector<Migration>& steps, std::map<std::int64_t, std::int64_t> marks) {
  std::size_t lacking = 0;
  for (const Migration& step : steps) {
    const auto mark = marks.extract(step.number);
    if (mark.empty()) {
      ++lacking;
    } else if (mark.mapped() != hash_of(step)) {
      throw Failure(Fault::corrupt, title(step) + " was run with another text");
    }
  }
  if (!marks.empty()) throw Failure(Fault::newer, "the store has step " + std::to_string(marks.rbegin()->first));
  return lacking;
}

/// Ends a transaction that was not committed.
class Undo {
 public:
  explicit Undo(Connection& connection) : connection_(connection) {}
  ~Undo() { connection_.rollback(); }
  Undo(const Undo&) = delete;
  Undo& operator=(const Undo&) = delete;

 private:
  Connection& connection_;
};

/// In one transaction: what the step makes, and its mark; with the last one, what the planner is told of all.
void run_step(Connection& connection, const std::vector<Migration>& steps, const Migration& step) {
  const Undo undo(connection);
  connection.begin_write();
  const auto marks = marks_of(connection);
  missing(steps, marks);
  if (marks.contains(step.number)) return;  // another process was first
  connection.script(step.ddl);
  const Arg args[] = {step.number, step.name, hash_of(step)};
  connection.exec(sql_mark, args);
  if (step.number == steps.back().number) write_statistics(connection);
  connection.commit();
}

}  // namespace

void migrate(Database& database, std::span<const Migration> steps) {
  const std::vector<Migration> all = all_steps(steps);
  const auto connection = database.connect_writer();
  if (missing(all, marks_of(*connection)) == 0) return;
  connection->query(sql_wait_for_lock, {}).next();
  connection->query(sql_lock, {}).next();
  for (const Migration& step : all) {
    try {
      run_step(*connection, all, step);
    } catch (const Failure& failure) {
      throw Failure(failure.fault(), title(step) + ": " + failure.what());
    }
  }
}

}  // namespace ent::store
