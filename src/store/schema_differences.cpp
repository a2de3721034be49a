#include <map>

#include "store/migrate.hpp"

namespace ent::store {
namespace {

/// Without what SQLite keeps for itself.
constexpr Sql sql_schema{
    "/*sqlite*/ SELECT type || ' ' || name, COALESCE(sql, '') FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_'"};

/// The text of each table and index, by its name.
using Schema = std::map<std::string, std::string>;

Schema schema_of(Database& database) {
  Schema schema;
  const auto connection = database.connect_reader();
  Rows rows = connection->query(sql_schema, {});
  while (rows.next()) schema[rows.string(0)] = rows.string(1);
  return schema;
}

std::string differences(const Schema& found, const Schema& expected) {
  std::string problems;
  const auto tell = [&problems](const std::string& name, const char* what) {
    problems.append(problems.empty() ? "" : "\n").append(name).append(what);
  };
  for (const auto& [name, text] : expected) {
    const auto at = found.find(name);
    if (at == found.end())
      tell(name, " is missing");
    else if (at->second != text)
      tell(name, " is made otherwise");
  }
  for (const auto& [name, text] : found) {
    if (!expected.contains(name)) tell(name, " is not of this library");
  }
  return problems;
}

}  // namespace

std::string schema_differences(Database& database, std::span<const Migration> steps) {
  const auto model = open_database(":memory:", {});
  migrate(*model, steps);
  return differences(schema_of(database), schema_of(*model));
}

}  // namespace ent::store
