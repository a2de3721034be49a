#include "plan.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <map>
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

std::string word_at(const std::string& text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_')) ++end;
  return begin < text.size() ? text.substr(begin, end - begin) : std::string();
}

/// What stands behind FROM or JOIN with this alias; a statement has each alias for one table.
std::string table_of(const std::string& alias, const std::string& text) {
  for (const std::string before : {"FROM ", "JOIN ", "UPDATE "}) {
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at + 1)) {
      const std::string table = word_at(text, at + before.size());
      if (word_at(text, at + before.size() + table.size() + 1) == alias) return table;
    }
  }
  return alias;
}

bool equals_column(const std::string& column, const std::string& text) {
  return std::ranges::any_of(std::initializer_list<std::string>{"WHERE ", "AND ", "ON "}, [&](const std::string& before) {
    return text.find(before + column + " = ") != std::string::npos;
  });
}

}  // namespace

std::vector<std::string> passed_over(sqlite3* database, const std::string& text) {
  const std::string by_org_alone = "(org=?)";
  std::vector<std::string> found;
  for (const Row& step : rows_of(database, "EXPLAIN QUERY PLAN " + text)) {
    if (!step[3].starts_with("SEARCH ") || !step[3].ends_with(by_org_alone)) continue;
    const std::string alias = word_at(step[3], std::string("SEARCH ").size()), table = table_of(alias, text);
    const std::string seconds = "SELECT DISTINCT s.name FROM pragma_index_list('" + table + "') i JOIN pragma_index_info(i.name) f "
        "ON f.seqno = 0 AND f.name = 'org' JOIN pragma_index_info(i.name) s ON s.seqno = 1";
    for (const Row& second : rows_of(database, seconds)) {
      const bool is_named = equals_column(alias + "." + second[0], text) || (alias == table && equals_column(second[0], text));
      if (is_named) found.push_back(alias + "." + second[0]);
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
