// A process is killed 500 times in the middle of writes: what it has answered is there, and every write is
// there as a whole or not at all. What it could not answer may be asked again, and is done once.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <random>
#include <set>
#include <thread>
#include <vector>

#include "dying_portal.hpp"
#include "ent/call.hpp"
#include "ent/org.hpp"
#include "support/school.hpp"
#include "telling_child.hpp"

namespace ent::test {
namespace {

constexpr int writers_a_process = 2;  // so that groups are killed too

constexpr store::Sql count_units{"SELECT count(*) FROM org_unit"};
constexpr store::Sql count_links{"SELECT count(*) FROM org_link"};
constexpr store::Sql count_events{"SELECT count(*) FROM change_event WHERE event = 'org.was_added'"};
constexpr store::Sql count_audits{"SELECT count(*) FROM audit_entry WHERE operation = 'org.add' AND outcome = 0"};
constexpr store::Sql select_units{"SELECT org FROM org_unit"};

int kills(Place place) { return place == Place::postgres ? 60 : 500; }

OrgId add_academy(const std::string& uri) {
  auto portal = must(Portal::open(uri));
  auto host = portal.system();
  return must(org::add(host, {.kind = org::Kind::academy, .code = "90", .name = "Académie"})).id;
}

/// Adds units for as long as it lives, and tells the id of each that was answered.
template <class Tell>
void write_for_ever(const std::string& uri, OrgId academy, int life, Tell tell) {
  auto portal = needed(Portal::open(uri));
  std::vector<std::thread> threads;
  for (int thread = 0; thread < writers_a_process; ++thread) {
    threads.emplace_back([&, thread] {
      or_end([&] {
        auto host = portal.system();
        for (int i = 0;; ++i) {
          const std::string code = std::to_string(life) + "-" + std::to_string(thread) + "-" + std::to_string(i);
          tell(needed(org::add(host, {.kind = org::Kind::municipality, .code = code, .name = code, .part_of = academy}))
                   .id.value);
        }
      });
    });
  }
  for (std::thread& thread : threads) thread.join();
}

std::int64_t ask(store::Connection& connection, const store::Sql& sql) {
  auto rows = connection.query(sql, {});
  rows.next();
  return rows.integer(0);
}

/// The academy has no link; each other write is a unit, a link, an event and an audit entry.
void expect_whole_writes(store::Connection& connection) {
  const std::int64_t units = ask(connection, count_units);
  BOOST_TEST(ask(connection, count_links) == units - 1);
  BOOST_TEST(ask(connection, count_events) == units);
  BOOST_TEST(ask(connection, count_audits) == units);
}

const char* const once = R"({"kind": "region", "code": "7", "name": "Région"})";

/// Asks for one write in a process that is killed at its n-th step; whether it lived to the answer.
bool answered_before_kill(const PortalStore& store, int n) {
  TellingChild child([&](auto) {
    DyingPortal dying(store, n);
    auto host = dying.portal.system();
    needed(call(host, "org.add", once, {.idempotency_key = "once"}));
    ::_exit(0);  // killed while it closes the store it would count as one who did not answer
  });
  const int code = child.end();
  BOOST_REQUIRE(code <= 0);
  return code == 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kill)

BOOST_DATA_TEST_CASE(no_answered_write_is_lost_and_none_is_torn, lasting_places(), place) {
  const PortalStore store(place);
  const OrgId academy = add_academy(store.uri());
  std::mt19937 random(20260914);
  std::uniform_int_distribution<int> answers(0, 12);
  std::uniform_int_distribution<int> steps(0, 40'000);
  std::set<std::int64_t> told;
  for (int life = 0; life < kills(place); ++life) {
    TellingChild child([&](auto tell) { write_for_ever(store.uri(), academy, life, tell); });
    for (int left = answers(random); left > 0; --left) {
      const auto number = child.next();
      BOOST_REQUIRE(number.has_value());
      told.insert(*number);
    }
    // Somewhere in the next write, at another place each time.
    volatile int step = 0;
    for (const int last = steps(random); step < last;) step = step + 1;
    child.kill();
    while (const auto number = child.next()) told.insert(*number);
  }
  BOOST_TEST(told.size() > 4U * static_cast<std::size_t>(kills(place)));

  const auto database = store.open();
  if (place == Place::file) BOOST_TEST(database->check(CheckLevel::full, nullptr).value() == "");
  const auto connection = database->connect_reader();
  connection->begin_read();
  std::set<std::int64_t> there;
  for (auto rows = connection->query(select_units, {}); rows.next();) there.insert(rows.integer(0));
  for (const std::int64_t number : told) BOOST_TEST(there.contains(number), "the answered unit " << number << " is lost");
  expect_whole_writes(*connection);
  connection->rollback();
}

BOOST_DATA_TEST_CASE(what_was_not_answered_may_be_asked_again, lasting_places(), place) {
  int kills = 0;
  int done_unanswered = 0;
  for (bool answered = false; !answered; ++kills) {
    BOOST_TEST_CONTEXT("kill " << kills) {
      const PortalStore store(place);
      add_academy(store.uri());
      answered = answered_before_kill(store, kills + 1);

      auto portal = must(Portal::open(store.uri()));
      auto host = portal.system();
      done_unanswered += !answered && must(org::list(host, {})).items.size() == 2;
      const std::string first = must(call(host, "org.add", once, {.idempotency_key = "once"}));
      BOOST_TEST(must(call(host, "org.add", once, {.idempotency_key = "once"})) == first);
      const auto connection = portal.state().database->connect_reader();
      BOOST_TEST(ask(*connection, count_units) == 2);
      BOOST_TEST(ask(*connection, count_events) == 2);
      BOOST_TEST(ask(*connection, count_audits) == 2);
    }
  }
  BOOST_TEST(kills > 5);
  BOOST_TEST(done_unanswered > 0);  // or the key was never needed
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
