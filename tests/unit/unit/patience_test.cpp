// Who waits for a connection that others hold is answered in time.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <chrono>
#include <thread>

#include "ent/org.hpp"
#include "support/notes.hpp"

namespace ent::test {

using namespace std::chrono_literals;

/// A portal with two readers, both held by snapshots.
struct Crowded {
  explicit Crowded(Place place, std::int32_t patience_ms) : store(place) {
    OpenOptions options;
    options.readers = 2;
    options.busy_timeout_ms = patience_ms;
    options.clock = clock;
    portal.emplace(Portal::open(store.uri(), options).value());
    for (int i = 0; i < 2; ++i) held.push_back(portal->system().snapshot().value());
  }
  std::string read(const CallOptions& options = {}) {
    Session host = portal->system();
    const auto answer = org::list(host, {}, options);
    return answer ? "done" : answer.error().reason;
  }

  FreshStore store;
  std::shared_ptr<FrozenClock> clock = std::make_shared<FrozenClock>();
  std::optional<Portal> portal;
  std::vector<Session> held;
};

BOOST_AUTO_TEST_SUITE(patience)

BOOST_DATA_TEST_CASE(held_snapshots_do_not_hang_a_read, places(), place) {
  Crowded crowd(place, 20);
  BOOST_TEST(crowd.read() == "store.busy");
  Session host = crowd.portal->system();
  BOOST_TEST(host.snapshot().error().reason == "store.busy");
  BOOST_TEST((host.snapshot().error().code == Errc::unavailable));
  BOOST_TEST(org::list(crowd.held[0], {}).has_value());
  crowd.held.pop_back();
  BOOST_TEST(crowd.read() == "done");
}

BOOST_DATA_TEST_CASE(a_deadline_is_kept_while_waiting, places(), place) {
  Crowded crowd(place, 600'000);
  BOOST_TEST(crowd.read({.deadline = crowd.clock->now() + 20ms}) == "call.deadline_passed");
}

BOOST_DATA_TEST_CASE(who_waits_goes_on_when_a_snapshot_ends, places(), place) {
  Crowded crowd(place, 600'000);
  std::atomic<bool> asks{false};
  std::string answer;
  std::thread reader([&] {
    asks = true;
    answer = crowd.read();
  });
  while (!asks) std::this_thread::yield();
  crowd.held.pop_back();
  reader.join();
  BOOST_TEST(answer == "done");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
