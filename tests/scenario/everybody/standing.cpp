#include "scenario/everybody/standing.hpp"

#include <string>
#include <vector>

namespace ent::test {
namespace {

constexpr store::Sql sqlite_tables{"SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'audit_entry'"};
constexpr store::Sql postgres_tables{
    "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition AND relname <> 'audit_entry' "
    "AND relnamespace = current_schema()::regnamespace"};

std::vector<std::string> tables_of(store::Connection& connection) {
  std::vector<std::string> names;
  auto rows = connection.query(connection.engine() == store::Engine::sqlite ? sqlite_tables : postgres_tables, {});
  while (rows.next()) names.push_back(rows.string(0));
  return names;
}

}  // namespace

Standing::Standing(std::unique_ptr<store::Connection> connection) : connection_(std::move(connection)) {
  for (const std::string& table : tables_of(*connection_)) {
    count_rows_ += (count_rows_.empty() ? "SELECT " : " + ") + ("(SELECT count(*) FROM " + table + ")");
  }
}

std::int64_t Standing::audited() { return number("SELECT count(*) FROM audit_entry"); }
std::int64_t Standing::rows() { return number(count_rows_.c_str()); }

std::int64_t Standing::number(const char* statement) {
  auto rows = connection_->query(store::Sql::of_text(statement), {});
  rows.next();
  return rows.integer(0);
}

}  // namespace ent::test
