// Who writes alone on an engine of many writers waits for those who write, within its limits.
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <thread>

#include "support/fresh_store.hpp"
#include "unit/borrow.hpp"
#include "unit/write_queue.hpp"

namespace ent::test {
namespace {

using namespace std::chrono_literals;
using enum unit::WriteTurns::Company;

/// A write that others overtake at each try.
class Overtaken final : public unit::Job {
 public:
  std::optional<Error> work(store::Connection&) override {
    ++tries;
    throw store::Failure(store::Fault::conflict, "overtaken");
  }
  bool keeps(const Error&) const override { return false; }
  void keep(store::Connection&) override {}

  int tries = 0;
};

/// One on a store that nobody else uses: whoever holds a turn is the test.
struct Write {
  Error told(bool has_deadline) { return unit::run_alone(job, *connection, turns, {1ms, has_deadline}).value(); }

  FreshStore store{Place::memory};
  std::unique_ptr<store::Database> database = store.open();
  std::unique_ptr<store::Connection> connection = database->connect_writer();
  unit::WriteTurns turns;
  Overtaken job;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(turns)

BOOST_AUTO_TEST_CASE(who_wants_to_be_alone_gives_up_in_time_and_lets_others_go) {
  unit::WriteTurns turns;
  auto one = turns.take(others, 0, 0us);
  auto another = turns.take(others, 0, 0us);
  BOOST_REQUIRE((one && another));
  BOOST_TEST(!turns.take(nobody, 0, 1ms));
  BOOST_TEST(turns.take(others, 0, 0us).has_value());
  one.reset();
  another.reset();
  BOOST_TEST(turns.take(nobody, 0, 0us).has_value());
}

BOOST_AUTO_TEST_CASE(nobody_writes_beside_who_is_alone) {
  unit::WriteTurns turns;
  auto alone = turns.take(nobody, 0, 0us);
  BOOST_REQUIRE(alone);
  BOOST_TEST(!turns.take(others, 0, 1ms));
  BOOST_TEST(!turns.take(nobody, 0, 1ms));
  BOOST_TEST(!turns.take(others, 0, 1ms));  // who gave up has not ended the other's turn
  alone.reset();
  BOOST_TEST(turns.take(others, 0, 0us).has_value());
}

BOOST_AUTO_TEST_CASE(who_wants_to_be_alone_goes_before_those_who_come_later) {
  unit::WriteTurns turns;
  auto first = turns.take(others, 0, 0us);
  BOOST_REQUIRE(first);
  std::atomic<bool> had_it{false};
  std::thread alone([&] { had_it = turns.take(nobody, 0, 1h).has_value(); });
  while (turns.take(others, 0, 0us)) std::this_thread::yield();  // until it waits
  first.reset();
  BOOST_TEST(turns.take(others, 0, 1h).has_value());
  BOOST_TEST(had_it);
  alone.join();
}

BOOST_AUTO_TEST_CASE(who_was_overtaken_behind_a_long_write_is_told_at_the_deadline) {
  Write write;
  const auto long_write = write.turns.take(others, 0, 0us);
  const Error told = write.told(true);
  BOOST_TEST((told.code == Errc::timed_out && told.reason == "call.deadline_passed"));
  BOOST_TEST(write.job.tries == 2);  // in company; it never came to be alone
  BOOST_TEST(!write.connection->in_transaction());
  BOOST_TEST(write.turns.take(others, 0, 0us).has_value());
}

BOOST_AUTO_TEST_CASE(without_a_deadline_it_is_told_when_the_portal_allows_no_more) {
  Write write;
  const auto long_write = write.turns.take(others, 0, 0us);
  const Error told = write.told(false);
  BOOST_TEST((told.code == Errc::unavailable && told.reason == "store.busy"));
  BOOST_TEST(write.job.tries == 2);
}

BOOST_AUTO_TEST_CASE(who_comes_to_be_alone_tries_three_times_more_and_leaves_its_turn) {
  Write write;
  BOOST_TEST(write.told(true).reason == "store.conflict");
  BOOST_TEST(write.job.tries == 5);
  BOOST_TEST(write.turns.take(nobody, 0, 0us).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
