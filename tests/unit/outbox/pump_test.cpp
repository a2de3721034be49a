// The outbox: given at least once, in order, to one pump at a time.
#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "outbox/rules.hpp"
#include "support/school.hpp"
#include "unit/op.hpp"

namespace ent::test {

using namespace std::chrono_literals;

struct Letter {
  std::string lane{};
  std::string payload{};
  bool fails = false;
};
ENT_EMPTY_RECORD(Letter)

namespace {

Result<Done> send_(Write<Perm::org_manage>& unit, const Letter& letter) {
  ENT_TRY(granted, unit.may({}, "org.not_found"));
  unit.deliver(granted, "letter.was_sent", letter.payload, letter.lane);
  if (letter.fails) return base::fail(Errc::failed_precondition, "org.circular");
  return Done{};
}
constexpr Op op_send = op<&send_>("letter.send", "0.1");

}  // namespace

struct Office {
  explicit Office(Place place) : fresh(place), portal(open()) {}
  Portal open() const { return Portal::open(fresh.uri(), {.clock = clock}).value(); }

  void send(const std::string& payload, const std::string& lane = "", bool fails = false) {
    Session host = portal.system();
    BOOST_TEST(run<Done>(op_send, host, Letter{lane, payload, fails}, {}).has_value() == !fails);
  }
  Deliveries take(const TakeDeliveries& input = {}) { return must(portal.take_deliveries(input)); }
  /// The payloads of what is given now, in the order in which it is given.
  std::string given(const TakeDeliveries& input = {}) {
    std::string payloads;
    for (const Delivery& delivery : take(input).items) payloads += delivery.payload;
    return payloads;
  }
  static std::vector<std::int64_t> numbers(const Deliveries& taken) {
    std::vector<std::int64_t> found;
    for (const Delivery& delivery : taken.items) found.push_back(delivery.number);
    return found;
  }
  SettledDeliveries deliver_all(const Deliveries& taken) {
    return must(portal.settle_deliveries({.lease = taken.lease, .delivered = numbers(taken)}));
  }
  SettledDeliveries fail_all(const Deliveries& taken) {
    return must(portal.settle_deliveries({.lease = taken.lease, .failed = numbers(taken)}));
  }

  PortalStore fresh;
  std::shared_ptr<FrozenClock> clock = std::make_shared<FrozenClock>();
  Portal portal;
};

BOOST_AUTO_TEST_SUITE(outbox)

BOOST_DATA_TEST_CASE(what_was_written_is_given_once_and_gone_when_delivered, engines(), place) {
  Office office(place);
  BOOST_TEST(office.take().items.empty());
  BOOST_TEST(office.take().lease == 0);
  office.send("a");
  office.send("b");
  office.send("undone", "", true);
  const Deliveries taken = office.take();
  BOOST_TEST_REQUIRE(taken.items.size() == 2U);
  BOOST_TEST(taken.items[0].payload == "a");
  BOOST_TEST(taken.items[0].kind == "letter.was_sent");
  BOOST_TEST(taken.items[0].tries == 1);
  BOOST_TEST((taken.items[0].at == office.clock->now()));
  BOOST_TEST((taken.until == office.clock->now() + 5min));
  const Deliveries meanwhile = office.take();
  BOOST_TEST(meanwhile.items.empty());
  BOOST_TEST((meanwhile.next_due_at == taken.until));
  const auto settled = office.deliver_all(taken);
  BOOST_TEST(settled.delivered == 2);
  BOOST_TEST(settled.late == 0);
  office.clock->pass(24h);
  const Deliveries after = office.take();
  BOOST_TEST(after.items.empty());
  BOOST_TEST(!after.next_due_at.has_value());
}

BOOST_DATA_TEST_CASE(what_fails_waits_longer_each_time_and_is_parked_at_last, engines(), place) {
  Office office(place);
  office.send("a");
  std::chrono::microseconds waited{};
  for (std::int32_t tries = 1; tries <= ent::outbox::most_tries; ++tries) {
    const Deliveries taken = office.take();
    BOOST_TEST_REQUIRE(taken.items.size() == 1U);
    BOOST_TEST(taken.items[0].tries == tries);
    const auto settled = office.fail_all(taken);
    BOOST_TEST(settled.failed == (tries < ent::outbox::most_tries ? 1 : 0));
    BOOST_TEST(settled.parked == (tries < ent::outbox::most_tries ? 0 : 1));
    const auto next = office.take().next_due_at;
    if (!next) break;
    const auto wait = *next - office.clock->now();
    BOOST_TEST((wait >= waited && wait <= 6h));
    waited = wait;
    office.clock->set(*next - 1us);
    BOOST_TEST(office.take().items.empty());
    office.clock->set(*next);
  }
  BOOST_TEST((waited == 6h));
  office.clock->pass(100 * 24h);
  BOOST_TEST(office.take().items.empty());

  // A person looks at what is parked: it goes back there, or is dropped.
  Deliveries parked = office.take({.parked = true});
  BOOST_TEST_REQUIRE(parked.items.size() == 1U);
  BOOST_TEST(office.fail_all(parked).parked == 1);
  BOOST_TEST(office.take().items.empty());
  parked = office.take({.parked = true});
  BOOST_TEST_REQUIRE(parked.items.size() == 1U);
  BOOST_TEST(office.deliver_all(parked).delivered == 1);
  BOOST_TEST(office.take({.parked = true}).items.empty());
}

BOOST_DATA_TEST_CASE(who_never_says_how_it_went_loses_the_lease, engines(), place) {
  Office office(place);
  office.send("a");
  const Deliveries first = office.take({.lease_seconds = 60});
  office.clock->pass(60s - 1us);
  BOOST_TEST(office.take().items.empty());
  office.clock->pass(1us);
  const Deliveries second = office.take();
  BOOST_TEST_REQUIRE(second.items.size() == 1U);
  BOOST_TEST(second.items[0].number == first.items[0].number);
  BOOST_TEST(second.items[0].tries == 2);
  // The first one comes back late: neither word of it counts.
  BOOST_TEST(office.deliver_all(first).late == 1);
  BOOST_TEST(office.fail_all(first).late == 1);
  BOOST_TEST(office.deliver_all(second).delivered == 1);
  BOOST_TEST(office.deliver_all(second).late == 1);
}

BOOST_DATA_TEST_CASE(what_kills_each_who_takes_it_is_parked, engines(), place) {
  Office office(place);
  office.send("poison");
  for (std::int32_t tries = 1; tries <= ent::outbox::most_tries; ++tries) {
    BOOST_TEST(office.given() == "poison");
    office.clock->pass(5min);
  }
  office.send("b");
  BOOST_TEST(office.given() == "b");
  BOOST_TEST(office.given({.parked = true}) == "poison");
}

BOOST_DATA_TEST_CASE(a_lane_is_in_order_and_one_at_a_time, engines(), place) {
  Office office(place);
  office.send("1", "a");
  office.send("2", "a");
  office.send("x");
  office.send("3", "b");
  const Deliveries first = office.take();
  BOOST_TEST(first.items.size() == 3U);  // 1, x, 3
  BOOST_TEST(office.given() == "");
  BOOST_TEST(office.fail_all(first).failed == 3);
  BOOST_TEST(office.given() == "");  // nothing of lane a overtakes what failed
  office.clock->pass(30s);
  BOOST_TEST(office.deliver_all(office.take()).delivered == 3);
  const Deliveries last = office.take();
  BOOST_TEST_REQUIRE(last.items.size() == 1U);
  BOOST_TEST(last.items[0].payload == "2");
}

BOOST_DATA_TEST_CASE(one_that_is_parked_lets_its_lane_pass, engines(), place) {
  Office office(place);
  office.send("1", "a");
  office.send("2", "a");
  for (std::int32_t tries = 1; tries <= ent::outbox::most_tries; ++tries) {
    const Deliveries taken = office.take();
    BOOST_TEST_REQUIRE(taken.items.size() == 1U);
    BOOST_TEST(taken.items[0].payload == "1");
    office.fail_all(taken);
    office.clock->pass(6h);
  }
  BOOST_TEST(office.given() == "2");
}

BOOST_DATA_TEST_CASE(wrong_limits_and_words_are_refused, engines(), place) {
  Office office(place);
  BOOST_TEST(reason(office.portal.take_deliveries({.limit = 0})) == "field.range");
  BOOST_TEST(reason(office.portal.take_deliveries({.limit = 1001})) == "field.range");
  BOOST_TEST(reason(office.portal.take_deliveries({.lease_seconds = 0})) == "field.range");
  BOOST_TEST(reason(office.portal.take_deliveries({.lease_seconds = 90'000})) == "field.range");
  BOOST_TEST(must(office.portal.settle_deliveries({.lease = 0, .delivered = {1, 2}, .failed = {3}})).late == 3);
  office.send("a");
  const Deliveries taken = office.take();
  // Nobody's lease has the number 0: what nobody holds cannot be settled.
  BOOST_TEST(office.fail_all(taken).failed == 1);
  BOOST_TEST(must(office.portal.settle_deliveries({.lease = 0, .delivered = office.numbers(taken)})).late == 1);
  office.portal.close();
  BOOST_TEST(reason(office.portal.take_deliveries()) == "closed");
}

BOOST_DATA_TEST_CASE(taking_leaves_a_trace_and_finding_nothing_does_not, engines(), place) {
  Office office(place);
  const auto traces = [&] {
    constexpr store::Sql count{"SELECT count(*) FROM audit_entry WHERE operation = 'outbox.take'"};
    auto connection = office.portal.state().database->connect_reader();
    auto rows = connection->query(count, {});
    rows.next();
    return rows.integer(0);
  };
  office.take();
  BOOST_TEST(traces() == 0);
  office.send("a");
  office.take();
  BOOST_TEST(traces() == 1);
  office.take();
  BOOST_TEST(traces() == 1);
}

// Several processes, each with several pumps: each delivery is carried exactly once while nobody dies.
BOOST_DATA_TEST_CASE(pumps_at_once_share_the_work, lasting_places(), place) {
  constexpr int letters = 120;
  Office office(place);
  for (int i = 0; i < letters; ++i) office.send(std::to_string(i), i % 3 == 0 ? "lane" + std::to_string(i % 4) : "");
  struct Note final : Courier {
    bool carry(const Delivery& delivery) override {
      const std::lock_guard lock(mutex);
      carried.insert(delivery.number);
      if (!delivery.lane.empty()) orderly = orderly && std::exchange(last[delivery.lane], delivery.number) < delivery.number;
      return true;
    }
    std::mutex mutex;
    std::multiset<std::int64_t> carried;
    std::map<std::string, std::int64_t> last;
    bool orderly = true;
  } note;
  std::atomic<int> delivered{0};
  std::vector<std::thread> pumps;
  for (int i = 0; i < 4; ++i) {
    pumps.emplace_back([&] {
      const Portal portal = office.open();
      for (int rounds = 0; delivered < letters && rounds < 100'000; ++rounds) {
        const auto pumped = portal.pump(note, {.limit = 7});
        if (pumped) delivered += pumped->settled.delivered;
      }
    });
  }
  for (std::thread& pump : pumps) pump.join();
  BOOST_TEST(note.carried.size() == static_cast<std::size_t>(letters));
  BOOST_TEST(std::set<std::int64_t>(note.carried.begin(), note.carried.end()).size() == static_cast<std::size_t>(letters));
  BOOST_TEST(note.orderly);
}

BOOST_DATA_TEST_CASE(a_courier_that_throws_fails_that_one_only, engines(), place) {
  Office office(place);
  for (const char* payload : {"a", "bad", "c"}) office.send(payload);
  struct Clumsy final : Courier {
    bool carry(const Delivery& delivery) override {
      if (delivery.payload == "bad") throw std::runtime_error("no network");
      return true;
    }
  } clumsy;
  const auto pumped = must(office.portal.pump(clumsy));
  BOOST_TEST(pumped.settled.delivered == 2);
  BOOST_TEST(pumped.settled.failed == 1);
  BOOST_TEST((must(office.portal.pump(clumsy)).next_due_at == office.clock->now() + 30s));
}

BOOST_DATA_TEST_CASE(who_is_slow_carries_nothing_that_is_another_s, engines(), place) {
  Office office(place);
  for (const char* payload : {"a", "b", "c"}) office.send(payload);
  struct Slow final : Courier {
    bool carry(const Delivery&) override {
      ++carried;
      clock->pass(40s);
      return true;
    }
    std::shared_ptr<FrozenClock> clock;
    int carried = 0;
  } slow;
  slow.clock = office.clock;
  const auto pumped = must(office.portal.pump(slow, {.lease_seconds = 60}));
  BOOST_TEST(slow.carried == 2);
  BOOST_TEST(pumped.left == 1);
  BOOST_TEST(pumped.settled.delivered == 2);  // late, but nobody else has taken them
  BOOST_TEST(office.given() == "c");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
