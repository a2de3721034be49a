/// How SQLite would run a statement.
#pragma once

#include <sqlite3.h>

#include <string>
#include <vector>

namespace ent::test {

/// Tables whose key begins with `org` that the statement would read from end to end.
std::vector<std::string> scanned_by_org(sqlite3* database, const std::string& text);

/// `alias.column` where the statement reads all of a school in a table, though it says what the column is equal to and an index
/// goes on with that column behind `org`.
std::vector<std::string> passed_over(sqlite3* database, const std::string& text);

}  // namespace ent::test
