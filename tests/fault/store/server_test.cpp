/// A server that refuses, or goes away. What fails late must not meet the next, innocent call.
#include "unit/store/fixture.hpp"

namespace ent::store {
namespace {

struct Server : Ready {
  Server() : Ready(test::Place::postgres) {}
};

boost::test_tools::assertion_result there_is_a_server(boost::unit_test::test_unit_id) { return !test::postgres_uri().empty(); }

constexpr Sql sql_update{"UPDATE mark SET value = $1 WHERE org = $2 AND pupil = $3"};
constexpr Sql sql_wrong{"SELECT 1 / (pupil - pupil) FROM mark WHERE org = $1"};
constexpr Sql sql_backend{"SELECT 1", "/*postgres*/ SELECT pg_backend_pid()"};
constexpr Sql sql_terminate{"SELECT 1", "/*postgres*/ SELECT pg_terminate_backend(CAST($1 AS INTEGER), 5000)"};

void check_works(Connection& connection, std::int64_t rows) {
  BOOST_TEST(number(connection, sql_count) == rows);
  connection.begin_read();
  Rows first = ask(connection, sql_count);
  Rows second = ask(connection, sql_count);
  BOOST_TEST((second.next() && second.integer(0) == rows && first.next() && first.integer(0) == rows));
  connection.commit();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(servers, *boost::unit_test::precondition(there_is_a_server))

BOOST_AUTO_TEST_CASE(an_error_at_commit_then_an_innocent_call) {
  Server server;
  const auto writer = server.writer();
  add(*writer, 1, 1);
  for (int i = 0; i < 3; ++i) {
    writer->begin_write();
    add(*writer, 2, 1);
    add(*writer, 1, 1);  // is there already; queued, so nobody knows yet
    add(*writer, 3, 1);
    fails(Fault::conflict, [&] { writer->commit(); });
    writer->rollback();
    BOOST_TEST((writer->usable() && !writer->in_transaction()));
    check_works(*writer, 1);
  }
  writer->begin_write();
  add(*writer, 2, 1);
  writer->commit();
  check_works(*writer, 2);
}

BOOST_AUTO_TEST_CASE(an_error_met_by_a_question_behind_it) {
  Server server;
  const auto writer = server.writer();
  add(*writer, 1, 1);
  writer->begin_write();
  Rows before = ask(*writer, sql_pupils, {1});
  add(*writer, 1, 1);
  Rows behind = ask(*writer, sql_pupils, {1});
  Rows unread = ask(*writer, sql_pupils, {1});
  fails(Fault::conflict, [&] { behind.next(); });  // 23505: it may be another's
  BOOST_TEST((before.next() && before.integer(0) == 1));  // its answer had come
  fails(Fault::bug, [&] { behind.next(); });
  fails(Fault::bug, [&] { unread.next(); });
  fails(Fault::bug, [&] { writer->commit(); });  // the server would roll back, and call it a success
  writer->rollback();
  check_works(*writer, 1);
}

BOOST_AUTO_TEST_CASE(an_error_that_nobody_reads) {
  Server server;
  const auto writer = server.writer();
  add(*writer, 1, 1);
  writer->begin_read();
  { const Rows dropped = ask(*writer, sql_wrong, {1}); }
  writer->rollback();
  check_works(*writer, 1);
  writer->begin_read();
  { const Rows dropped = ask(*writer, sql_wrong, {1}); }
  writer->commit();
  check_works(*writer, 1);
  writer->begin_write();
  add(*writer, 1, 1);
  writer->rollback();
  check_works(*writer, 1);
}

BOOST_AUTO_TEST_CASE(an_error_inside_a_savepoint) {
  Server server;
  const auto writer = server.writer();
  writer->begin_write();
  add(*writer, 1, 1);
  writer->savepoint();
  add(*writer, 1, 1);
  writer->rollback_to();
  writer->savepoint();
  fails(Fault::bug, [&] { ask(*writer, sql_wrong, {1}).next(); });
  writer->rollback_to();
  add(*writer, 1, 2);
  writer->commit();
  check_works(*writer, 2);
}

BOOST_AUTO_TEST_CASE(an_error_before_a_savepoint_is_not_forgotten_with_it) {
  Server server;
  const auto writer = server.writer();
  add(*writer, 1, 1);
  writer->begin_write();
  add(*writer, 1, 1);
  writer->savepoint();
  add(*writer, 1, 2);
  writer->rollback_to();
  fails(Fault::bug, [&] { writer->commit(); });
  writer->rollback();
  check_works(*writer, 1);
}

BOOST_AUTO_TEST_CASE(a_lost_race_is_a_conflict) {
  Server server;
  const auto one = server.writer(), other = server.writer();
  add(*one, 1, 1, 0);
  one->begin_write();
  other->begin_write();
  BOOST_TEST((number(*one, sql_count) == 1 && number(*other, sql_count) == 1));
  run(*one, sql_update, {1, 1, 1});
  one->commit();
  run(*other, sql_update, {2, 1, 1});
  fails(Fault::conflict, [&] { other->commit(); });
  other->rollback();
  check_works(*other, 1);
}

BOOST_AUTO_TEST_CASE(a_lost_connection_is_told_and_another_works) {
  Server server;
  const auto killer = server.writer();
  for (const bool in_transaction : {false, true}) {
    const auto victim = server.writer();
    const std::int64_t process = number(*victim, sql_backend);
    if (in_transaction) {
      victim->begin_write();
      add(*victim, 1, 1);
      number(*victim, sql_count);
    }
    number(*killer, sql_terminate, {process});
    fails(Fault::busy, [&] { number(*victim, sql_count); });
    BOOST_TEST(!victim->usable());
    fails(Fault::busy, [&] { number(*victim, sql_count); });
    fails(Fault::busy, [&] { add(*victim, 1, 2); });
    victim->rollback();
    fails(Fault::busy, [&] { victim->begin_write(); });
  }
  check_works(*server.writer(), 0);
}

BOOST_AUTO_TEST_CASE(numbers_go_on_behind_a_lost_connection) {
  Server server;
  const auto writer = server.writer();
  const std::int64_t first = server.database->take_numbers(*writer, 1, "person", 64);
  static constexpr Sql terminate_others{
      "SELECT 1",
      "/*postgres*/ SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE application_name = 'ent' AND pid <> pg_backend_pid()"};
  const auto another = open_database(server.fresh.uri(), {});
  number(*another->connect_writer(), terminate_others);
  BOOST_TEST(server.database->take_numbers(*writer, 1, "person", 64) == first + 64);
}

BOOST_AUTO_TEST_CASE(a_migrated_schema_of_sixteen_partitions) {
  const test::FreshStore fresh(test::Place::postgres);
  std::string uri = fresh.uri();
  uri.erase(uri.find("&partitions"));
  const auto database = open_database(uri, {});
  migrate(*database, test_steps);
  const auto writer = database->connect_writer();
  for (std::int64_t org = 1; org <= 100; ++org) add(*writer, org, 1);
  BOOST_TEST(number(*writer, sql_count) == 100);
  static constexpr Sql parts{
      "SELECT 1", "/*postgres*/ SELECT count(*) FROM pg_inherits WHERE inhparent = CAST('mark' AS regclass)"};
  BOOST_TEST(number(*writer, parts) == 16);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::store
