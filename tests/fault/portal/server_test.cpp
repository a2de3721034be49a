// The server goes away under a portal at work: the caller is told, nothing is half-written, and the next call is
// served by another connection.
#include <boost/test/unit_test.hpp>

#include <thread>

#include "support/notes.hpp"
#include "support/school.hpp"

namespace ent::test {
namespace {

boost::test_tools::assertion_result there_is_a_server(boost::unit_test::test_unit_id) { return !postgres_uri().empty(); }

/// Ends every connection of the portal, and waits for their ends.
void end_connections() {
  static constexpr store::Sql end{
      "SELECT 1",
      "/*postgres*/ SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity "
      "WHERE application_name = 'ent' AND pid <> pg_backend_pid()"};
  const auto another = store::open_database(postgres_uri(), {});
  const auto connection = another->connect_reader();
  connection->query(end, {}).next();
}

/// A portal whose next body loses its connection between its rows and its end.
struct Losing : NoteBook {
  Losing() : NoteBook(Place::postgres) {
    must(write_note(host, {.number = 1}));
    inside_body = [this](const Note& note) {
      if (note.number != 2 || lost) return;
      lost = true;
      end_connections();
    };
  }
  ~Losing() { inside_body = nullptr; }
  bool lost = false;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(server, *boost::unit_test::precondition(there_is_a_server))

BOOST_AUTO_TEST_CASE(a_connection_lost_in_a_unit_is_told_and_leaves_nothing) {
  Losing book;
  const auto told = write_note(book.host, {.number = 2});
  BOOST_TEST((code(told) == Errc::unavailable && reason(told) == "store.busy"));
  BOOST_TEST(count_notes(book.host) == 1);
  BOOST_TEST(reason(write_note(book.host, {.number = 3})) == "");
  BOOST_TEST(count_notes(book.host) == 2);
}

BOOST_AUTO_TEST_CASE(what_was_lost_is_asked_again_by_its_key) {
  Losing book;
  BOOST_TEST(reason(write_note(book.host, {.number = 2}, {.idempotency_key = "once"})) == "store.busy");
  must(write_note(book.host, {.number = 2}, {.idempotency_key = "once"}));
  must(write_note(book.host, {.number = 2}, {.idempotency_key = "once"}));
  BOOST_TEST(count_notes(book.host) == 2);
}

BOOST_AUTO_TEST_CASE(connections_lost_while_idle_trouble_no_call) {
  NoteBook book(Place::postgres);
  // Several connections of each kind have been in use.
  std::vector<std::thread> callers;
  for (int i = 1; i <= 4; ++i) {
    callers.emplace_back([&book, i] {
      for (int n = 0; n < 10; ++n) {
        static_cast<void>(write_note(book.portal.system(), {.number = 100 * i + n}));
        static_cast<void>(count_notes(book.portal.system()));
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  const std::int64_t before = count_notes(book.host);
  for (int restart = 1; restart <= 3; ++restart) {
    end_connections();
    BOOST_TEST(reason(write_note(book.host, {.number = restart})) == "");
    end_connections();
    BOOST_TEST(count_notes(book.host) == before + restart);
  }
}

BOOST_AUTO_TEST_CASE(a_snapshot_is_lost_with_its_connection_and_another_may_be_taken) {
  NoteBook book(Place::postgres);
  must(write_note(book.host, {.number = 1}));
  Session snapshot = must(book.host.snapshot());
  BOOST_TEST(count_notes(snapshot) == 1);
  end_connections();
  BOOST_TEST(reason(run<NoteCount>(notes::op_read, snapshot, Note{}, {})) == "store.busy");
  BOOST_TEST(count_notes(must(book.host.snapshot())) == 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
