/// A portal into which directories are loaded, and its rows as lines of text.
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "ent/import.hpp"
#include "ent/portal.hpp"
#include "support/portal_store.hpp"
#include "support/ports.hpp"
#include "unit/state.hpp"

namespace ent {

inline std::ostream& operator<<(std::ostream& out, const ImportCounts& counts) {
  return out << counts.created << " created, " << counts.changed << " changed, " << counts.unchanged << " unchanged, "
             << counts.marked << " marked, " << counts.removed << " removed, " << counts.refused << " refused";
}

namespace test {

using Lines = std::vector<std::string>;

struct Host {
  explicit Host(Place place) : fresh(place) {}
  PortalStore fresh;
  std::shared_ptr<FrozenClock> clock = std::make_shared<FrozenClock>();
  Portal portal = Portal::open(fresh.uri(), {.clock = clock}).value();
  Session session = portal.system();

  ImportReport load(const std::string& folder, const ImportOptions& options = {}) {
    return import_aaf(session, folder, options).value();
  }

  /// One line a row, in the order of the lines.
  Lines lines(const std::string& text) const {
    static std::set<std::string> texts;  // statements are remembered by the place of their text
    const std::string& sql = *texts.insert(text).first;
    auto lease = portal.state().readers->take();
    lease->begin_read();
    Lines found;
    {
      store::Rows rows = lease->query(store::Sql::of_text(sql.c_str()), {});
      while (rows.next()) found.push_back(rows.string(0));
    }
    lease->rollback();
    std::ranges::sort(found);
    return found;
  }
};

/// Every row of every table, but for those of `left_out`.
inline std::string everything(const std::string& path, const std::vector<std::string>& left_out) {
  sqlite3* database = nullptr;
  BOOST_REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  std::string text;
  const auto run = [&](const std::string& sql, auto use) {
    sqlite3_stmt* statement = nullptr;
    BOOST_REQUIRE(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) use(statement);
    sqlite3_finalize(statement);
  };
  const auto column = [](sqlite3_stmt* statement, int i) {
    const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
    return std::string(value == nullptr ? "null" : value);
  };
  std::vector<std::string> tables;
  run("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
      [&](sqlite3_stmt* statement) { tables.push_back(column(statement, 0)); });
  for (const std::string& table : tables) {
    if (std::ranges::find(left_out, table) != left_out.end() || table.starts_with("sqlite_")) continue;
    run("SELECT * FROM " + table, [&](sqlite3_stmt* statement) {
      text += table;
      for (int i = 0; i < sqlite3_column_count(statement); ++i) text += "|" + column(statement, i);
      text += "\n";
    });
  }
  sqlite3_close(database);
  return text;
}

class Stop final : public ImportWatch {
 public:
  explicit Stop(int after) : left_(after) {}
  bool go_on(const ImportProgress&) override { return left_-- > 0; }

 private:
  int left_;
};

}  // namespace test
}  // namespace ent
