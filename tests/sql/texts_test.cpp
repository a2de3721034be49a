/// Every SQL text of the library is prepared on both engines, against the schema of the library.
#include <sqlite3.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <set>

#include "library_texts.hpp"
#include "plan.hpp"
#include "portal/migrations.hpp"
#include "store/dialect.hpp"
#include "store/migrate.hpp"
#include "store/sqlite/packed.hpp"
#include "support/fresh_store.hpp"
#ifdef ENT_POSTGRES
#include "postgres_types.hpp"
#endif

namespace ent::test {
namespace {

using store::Engine;

std::string text_for(const SqlText& text, Engine engine) {
  return store::for_engine(store::Sql::of_text(text.text.c_str()), engine);
}

/// A migrated SQLite store, and a plain connection to it.
struct SqliteStore {
  SqliteStore() {
    store::migrate(*fresh.open(), portal::migrations());
    sqlite3* opened = nullptr;
    BOOST_REQUIRE(sqlite3_open(fresh.uri().c_str(), &opened) == SQLITE_OK);
    handle.reset(opened);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    BOOST_REQUIRE(store::sqlite::add_packed(opened) == SQLITE_OK);
  }
  struct Close {
    void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
  };
  FreshStore fresh{Place::file};
  std::unique_ptr<sqlite3, Close> handle;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(sql_texts)

BOOST_AUTO_TEST_CASE(the_texts_are_found) {
  const auto& texts = library_texts();
  BOOST_TEST_MESSAGE(texts.size() << " texts");
  const auto some = [&](const char* word) {
    return std::ranges::any_of(texts, [word](const SqlText& one) { return one.text.find(word) != std::string::npos; });
  };
  for (const char* table : {"schema_step", "id_block", "audit_entry", "org_unit"}) BOOST_TEST(some(table), table);
}

BOOST_AUTO_TEST_CASE(parameters_are_numbered_in_order) {
  for (const SqlText& text : library_texts()) BOOST_TEST(store::in_order_of_appearance(text.text), text.text);
}

BOOST_AUTO_TEST_CASE(columns_are_sorted_by_name) {
  for (const SqlText& text : library_texts()) {
    store::Lexer lexer(text.text);
    bool behind_by = false;
    for (auto lexeme = lexer.next_solid(); lexeme.kind != store::Lex::end; lexeme = lexer.next_solid()) {
      BOOST_TEST(!(behind_by && lexeme.kind == store::Lex::number), text.text);
      behind_by = lexeme.text == "BY";
    }
  }
}

BOOST_AUTO_TEST_CASE(sqlite_prepares_them_and_scans_no_school) {
  const SqliteStore sqlite;
  for (const SqlText& text : library_texts()) {
    if (!text.sqlite) continue;
    try {
      const auto scanned = scanned_by_org(sqlite.handle.get(), text_for(text, Engine::sqlite));
      BOOST_TEST((scanned.empty() || text.may_scan), "reads all of " << (scanned.empty() ? "" : scanned[0]) << ": " << text.text);
    } catch (const std::exception& error) {
      BOOST_ERROR(error.what() << " in: " << text.text);
    }
  }
}

BOOST_AUTO_TEST_CASE(sqlite_takes_the_index_that_says_more_than_the_school) {
  const SqliteStore sqlite;
  for (const SqlText& text : library_texts()) {
    if (!text.sqlite) continue;
    for (const std::string& column : passed_over(sqlite.handle.get(), text_for(text, Engine::sqlite)))
      BOOST_ERROR("no index by " << column << " is taken: " << text.text);
  }
}

#ifdef ENT_POSTGRES
BOOST_AUTO_TEST_CASE(postgres_prepares_them_with_types_of_the_store) {
  if (postgres_uri().empty()) return;
  const FreshStore fresh(Place::postgres);
  store::migrate(*fresh.open(), portal::migrations());
  std::vector<std::string> texts;
  for (const SqlText& text : library_texts()) {
    if (text.postgres) texts.push_back(text_for(text, Engine::postgres));
  }
  // An argument is sent as a bigint, text, bytea or an array of them: a narrower type that the server
  // concludes would fail for some values only. A column is read as one of these, an integer or a truth value.
  const std::set<unsigned> arguments{20, 25, 17, 1016, 1009};
  const std::set<unsigned> columns{20, 25, 17, 23, 16};
  const auto answers = describe(fresh.uri(), texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    BOOST_TEST(answers[i].error == "", answers[i].error << " in: " << texts[i]);
    for (const unsigned type : answers[i].parameters)
      BOOST_TEST(arguments.contains(type), "cast the parameter of type " << type << " in: " << texts[i]);
    for (const unsigned type : answers[i].columns)
      BOOST_TEST(columns.contains(type), "cast the column of type " << type << " in: " << texts[i]);
  }
}
#endif

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
