/// What the store's tests share: a migrated store with three small tables, and short ways to ask it.
#pragma once

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <concepts>
#include <initializer_list>
#include <string>
#include <vector>

#include "store/migrate.hpp"
#include "store/store.hpp"
#include "support/fresh_store.hpp"

namespace ent::store {

inline const Migration test_steps[] = {
    {1, "marks", R"(
CREATE TABLE mark (
  org INT NOT NULL, pupil INT NOT NULL, value INT, label TEXT, scan BYTES,
  PRIMARY KEY (org, pupil)
) BY_ORG;
CREATE TABLE person (person INT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (person)) WHOLE;
)"},
    {2, "trail", "CREATE TABLE trail (seq LOG_KEY, act TEXT NOT NULL) LOG; CREATE INDEX trail_act ON trail (act);"},
};

inline Rows ask(Connection& connection, const Sql& sql, std::initializer_list<Arg> args = {}) {
  return connection.query(sql, {args.begin(), args.size()});
}
inline void run(Connection& connection, const Sql& sql, std::initializer_list<Arg> args = {}) {
  connection.exec(sql, {args.begin(), args.size()});
}
inline void run_each(Connection& connection, const Sql& sql, std::initializer_list<Arg> args) {
  connection.exec_each(sql, {args.begin(), args.size()});
}
inline std::int64_t number(Connection& connection, const Sql& sql, std::initializer_list<Arg> args = {}) {
  Rows rows = ask(connection, sql, args);
  BOOST_REQUIRE(rows.next());
  return rows.integer(0);
}

inline constexpr Sql sql_add{"INSERT INTO mark (org, pupil, value, label, scan) VALUES ($1, $2, $3, $4, $5)"};
inline constexpr Sql sql_count{"SELECT count(*) FROM mark"};
inline constexpr Sql sql_pupils{"SELECT pupil FROM mark WHERE org = $1 ORDER BY pupil"};

inline void add(Connection& connection, std::int64_t org, std::int64_t pupil, const Arg& value = nullptr,
                const Arg& label = nullptr, const Arg& scan = nullptr) {
  run(connection, sql_add, {org, pupil, value, label, scan});
}

/// Checks that `act` fails, and why.
template <std::invocable Act>
void fails(Fault fault, Act act) {
  BOOST_CHECK_EXCEPTION(act(), Failure, [fault](const Failure& failure) {
    BOOST_TEST_MESSAGE(failure.what());
    return failure.fault() == fault;
  });
}

/// A store at `place` with the tables above.
struct Ready {
  explicit Ready(test::Place place) : fresh(place), database(fresh.open()) { migrate(*database, test_steps); }
  std::unique_ptr<Connection> reader() { return database->connect_reader(); }
  std::unique_ptr<Connection> writer() { return database->connect_writer(); }
  bool on_sqlite() const { return database->engine() == Engine::sqlite; }

  test::FreshStore fresh;
  std::unique_ptr<Database> database;
};

}  // namespace ent::store
