#include "plan.hpp"

#include <map>
#include <regex>
#include <set>
#include <stdexcept>

namespace ent::test {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> rows_of(sqlite3* database, const std::string& text) {
  std::vector<Row> rows;
  const auto keep = [](void* into, int count, char** values, char**) {
    Row row;
    for (int i = 0; i < count; ++i) row.emplace_back(values[i] != nullptr ? values[i] : "");
    static_cast<std::vector<Row>*>(into)->push_back(std::move(row));
    return 0;
  };
  if (sqlite3_exec(database, text.c_str(), keep, &rows, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(database));
  return rows;
}

/// The root pages of tables by org, and of their indexes.
std::map<std::string, std::string> roots_by_org(sqlite3* database) {
  std::map<std::string, std::string> roots;
  const char* text =
      "SELECT s.rootpage, s.tbl_name FROM sqlite_schema s WHERE s.rootpage > 0 AND EXISTS "
      "(SELECT 1 FROM pragma_table_info(s.tbl_name) c WHERE c.name = 'org' AND c.pk = 1)";
  for (const Row& row : rows_of(database, text)) roots[row[0]] = row[1];
  return roots;
}

bool plans_a_scan(sqlite3* database, const std::string& text) {
  for (const Row& row : rows_of(database, "EXPLAIN QUERY PLAN " + text)) {
    if (row[3].starts_with("SCAN")) return true;
  }
  return false;
}

/// What stands behind FROM or JOIN with this alias; a statement has each alias for one table.
std::string table_of(const std::string& alias, const std::string& text) {
  std::smatch found;
  const std::regex named("\\b(?:FROM|JOIN|UPDATE) (\\w+) (?:AS )?" + alias + "\\b");
  return std::regex_search(text, found, named) ? found[1].str() : alias;
}

bool equals_column(const std::string& column, const std::string& text) {
  return std::regex_search(text, std::regex("(?:WHERE|AND|ON) " + column + " = "));
}

}  // namespace

std::vector<std::string> passed_over(sqlite3* database, const std::string& text) {
  static const std::regex by_org_alone("SEARCH (\\w+) USING .*\\(org=\\?\\)");
  std::vector<std::string> found;
  for (const Row& step : rows_of(database, "EXPLAIN QUERY PLAN " + text)) {
    std::smatch searched;
    if (!std::regex_match(step[3], searched, by_org_alone)) continue;
    const std::string alias = searched[1], table = table_of(alias, text);
    const std::string prefix = alias == table ? "(?:" + table + "\\.)?" : alias + "\\.";
    const std::string seconds = "SELECT DISTINCT s.name FROM pragma_index_list('" + table + "') i JOIN pragma_index_info(i.name) f "
        "ON f.seqno = 0 AND f.name = 'org' JOIN pragma_index_info(i.name) s ON s.seqno = 1";
    for (const Row& second : rows_of(database, seconds)) {
      if (equals_column(prefix + second[0], text)) found.push_back(alias + "." + second[0]);
    }
  }
  return found;
}

std::vector<std::string> scanned_by_org(sqlite3* database, const std::string& text) {
  // The plan names aliases; the program of the statement names the pages where tables begin.
  if (!plans_a_scan(database, text)) return {};
  const auto roots = roots_by_org(database);
  std::map<std::string, std::string> cursors;
  std::set<std::string> scanned;
  for (const Row& row : rows_of(database, "EXPLAIN " + text)) {
    const std::string& opcode = row[1];
    if ((opcode == "OpenRead" || opcode == "OpenWrite") && roots.contains(row[3])) cursors[row[2]] = roots.at(row[3]);
    if ((opcode == "Rewind" || opcode == "Last") && cursors.contains(row[2])) scanned.insert(cursors.at(row[2]));
  }
  return {scanned.begin(), scanned.end()};
}

}  // namespace ent::test
