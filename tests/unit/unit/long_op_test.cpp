// Operations that run long: alone in their transaction, on their caller's thread; and rehearsals.
#include <boost/test/unit_test.hpp>
#include <boost/test/data/test_case.hpp>

#include <atomic>
#include <thread>

#include "ent/org.hpp"
#include "ent/portal.hpp"
#include "support/portal_store.hpp"
#include "unit/op.hpp"
#include "unit/state.hpp"

namespace ent::test {
namespace {

struct Task {
  void (*during)(void*) = nullptr;
  void* state = nullptr;
  bool rehearse = false;
  bool fail = false;
};
ENT_EMPTY_RECORD(Task)

constexpr store::Sql insert_row{"INSERT INTO org_reference (feed, key, org) VALUES ('test', $1, 1)"};
constexpr store::Sql count_rows{"SELECT CAST(count(*) AS BIGINT) FROM org_reference WHERE feed = 'test'"};
constexpr store::Sql count_audit{"SELECT CAST(count(*) AS BIGINT) FROM audit_entry WHERE operation = 'test.long'"};

Result<Done> long_(Write<Perm::org_manage>& unit, const Task& task) {
  ENT_TRY(granted, unit.may({}, "org.not_found"));
  unit.exec(granted, insert_row, "long" + std::to_string(unit.random_number()));
  if (task.during != nullptr) task.during(task.state);
  if (task.rehearse) unit.rehearse(granted);
  if (task.fail) return base::fail(Errc::cancelled, "import.cancelled");
  return Done{};
}
constexpr Op op_long = long_op<&long_>("test.long", "0.1");

Result<Done> short_(Write<Perm::org_manage>& unit, const Task&) {
  ENT_TRY(granted, unit.may({}, "org.not_found"));
  unit.exec(granted, insert_row, "short" + std::to_string(unit.random_number()));
  return Done{};
}
constexpr Op op_short = op<&short_>("test.short", "0.1");

std::int64_t count(const Portal& portal, const store::Sql& sql) {
  auto lease = portal.state().readers->take();
  lease->begin_read();
  std::int64_t found = 0;
  {
    store::Rows rows = lease->query(sql, {});
    rows.next();
    found = rows.integer(0);
  }
  lease->rollback();
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(long_operations)

BOOST_DATA_TEST_CASE(a_rehearsal_answers_and_leaves_only_its_audit_entry, places(), place) {
  const PortalStore fresh(place);
  const auto portal = Portal::open(fresh.uri()).value();
  Session host = portal.system();
  BOOST_TEST(run<Done>(op_long, host, Task{.rehearse = true}, {}).has_value());
  BOOST_TEST(count(portal, count_rows) == 0);
  BOOST_TEST(count(portal, count_audit) == 1);
  BOOST_TEST(run<Done>(op_long, host, Task{}, {}).has_value());
  BOOST_TEST(count(portal, count_rows) == 1);
  BOOST_TEST(count(portal, count_audit) == 2);
}

BOOST_DATA_TEST_CASE(a_rehearsal_that_fails_fails, places(), place) {
  const PortalStore fresh(place);
  const auto portal = Portal::open(fresh.uri()).value();
  Session host = portal.system();
  const auto refused = run<Done>(op_long, host, Task{.rehearse = true, .fail = true}, {});
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST(refused.error().reason == "import.cancelled");
  BOOST_TEST(count(portal, count_rows) == 0);
  BOOST_TEST(count(portal, count_audit) == 0);
}

BOOST_AUTO_TEST_CASE(it_runs_on_its_callers_thread_while_others_queue) {
  const auto portal = Portal::open(":memory:").value();
  struct During {
    const Portal& portal;
    std::vector<std::thread> others{};
    std::thread::id seen{};
    std::atomic<int> begun{0};
  } during{portal};
  // A first long call opens the queue; while it runs, four short ones and a second long one queue behind it.
  const auto fill = [](void* state) {
    auto& it = *static_cast<During*>(state);
    for (int i = 0; i < 5; ++i) {
      it.others.emplace_back([&it, i] {
        Session host = it.portal.system();
        ++it.begun;
        if (i != 2) return void(run<Done>(op_short, host, Task{}, {}).value());
        std::thread::id here = std::this_thread::get_id();
        const auto look = [](void* id) { BOOST_TEST((*static_cast<std::thread::id*>(id) == std::this_thread::get_id())); };
        const auto done = run<Done>(op_long, host, Task{.during = look, .state = &here, .fail = true}, {});
        BOOST_TEST(done.error().reason == "import.cancelled");
      });
    }
    while (it.begun < 5) std::this_thread::yield();
    it.seen = std::this_thread::get_id();
  };
  Session host = portal.system();
  BOOST_TEST(run<Done>(op_long, host, Task{.during = fill, .state = &during}, {}).has_value());
  for (std::thread& other : during.others) other.join();
  BOOST_TEST((during.seen == std::this_thread::get_id()));
  BOOST_TEST(count(portal, count_rows) == 5);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
