#include <boost/test/unit_test.hpp>

#include "account/throttle.hpp"

using namespace ent::account;
using namespace std::chrono_literals;
using ent::Instant;

BOOST_AUTO_TEST_SUITE(throttle)

namespace {

constexpr Instant noon{std::chrono::seconds{1'760'000'000}};

std::int64_t seconds_after(std::int64_t count) { return std::chrono::duration_cast<std::chrono::seconds>(wait_after(count)).count(); }

/// Tries as fast as it may for a while, and counts those that were let through.
int tries_within(std::chrono::seconds time) {
  Tries standing;
  int admitted = 0;
  for (Instant now = noon; now <= noon + time; now += 1s) {
    const auto [let, next] = take_try(standing, now);
    standing = next;
    admitted += let ? 1 : 0;
  }
  return admitted;
}

}  // namespace

BOOST_AUTO_TEST_CASE(five_tries_are_free_then_the_wait_doubles_up_to_a_quarter_of_an_hour) {
  const std::int64_t waits[] = {0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900};
  for (std::int64_t count = 0; count < 17; ++count) BOOST_TEST(seconds_after(count) == waits[count]);
  BOOST_TEST(seconds_after(1'000'000'000) == 900);
}

BOOST_AUTO_TEST_CASE(a_try_within_the_wait_is_refused_and_does_not_lengthen_it) {
  Tries standing{6, noon};
  auto early = take_try(standing, noon + 1999ms);
  BOOST_TEST(!early.admitted);
  BOOST_TEST((early.standing == standing));
  auto due = take_try(early.standing, noon + 2s);
  BOOST_TEST(due.admitted);
  BOOST_TEST((due.standing == Tries{7, noon + 2s}));
}

BOOST_AUTO_TEST_CASE(a_day_of_guessing_gives_about_a_hundred_tries) {
  // At 0 s five free tries (this caller makes one a second: 0 to 4 s), then at 5, 7, 11, 19, 35, 67, 131,
  // 259, 515, 1027 s, then every 900 s: 15 + floor((86399 - 1027) / 900) = 109.
  BOOST_TEST(tries_within(std::chrono::seconds{86'399}) == 109);
}

BOOST_AUTO_TEST_CASE(after_a_day_without_a_try_all_are_forgotten) {
  BOOST_TEST((take_try({30, noon}, noon + 24h).standing == Tries{1, noon + 24h}));
  BOOST_TEST((take_try({30, noon}, noon + 24h - 1us).standing == Tries{31, noon + 24h - 1us}));
}

BOOST_AUTO_TEST_CASE(a_clock_that_jumps_backwards_gives_no_try_back_and_withholds_none_for_long) {
  const auto back = take_try({10, noon}, noon - 1h);
  BOOST_TEST(!back.admitted);
  BOOST_TEST((back.standing == Tries{10, noon - 1h}));
  BOOST_TEST(!take_try(back.standing, noon - 1h + 31s).admitted);
  BOOST_TEST(take_try(back.standing, noon - 1h + 32s).admitted);
}

BOOST_AUTO_TEST_CASE(a_bucket_is_full_at_its_capacity_and_dry_after_its_window) {
  Instant empty_at{};
  for (std::int64_t failures = 1; failures <= 50; ++failures) {
    empty_at = after_failure(source_bucket, empty_at, noon);
    BOOST_TEST(level(source_bucket, empty_at, noon) == failures);
  }
  BOOST_TEST(level(source_bucket, after_failure(source_bucket, empty_at, noon), noon) == 50);  // what is beyond flows over
  BOOST_TEST(level(source_bucket, empty_at, noon + 11'999ms) == 50);
  BOOST_TEST(level(source_bucket, empty_at, noon + 12s) == 49);
  BOOST_TEST(level(source_bucket, empty_at, noon + 10min) == 0);
  BOOST_TEST(level(source_bucket, empty_at, noon + 240h) == 0);
}

BOOST_AUTO_TEST_CASE(a_bucket_is_not_refilled_by_a_clock_that_jumps_backwards) {
  Instant empty_at{};
  for (int i = 0; i < 20; ++i) empty_at = after_failure(source_bucket, empty_at, noon);
  BOOST_TEST(level(source_bucket, empty_at, noon - 1h) == 50);
  // From the wrong future it is full at most, and dry a window later.
  const Instant seen = after_failure(source_bucket, noon + 87'600h, noon);
  BOOST_TEST((seen == noon + 10min));
}

BOOST_AUTO_TEST_CASE(the_bucket_of_an_establishment_stays_full_for_a_while_after_an_attack) {
  Instant empty_at{};
  for (int i = 0; i < 5'000; ++i) empty_at = after_failure(establishment_bucket, empty_at, noon);
  BOOST_TEST(level(establishment_bucket, empty_at, noon) == 1'000);
  BOOST_TEST(level(establishment_bucket, empty_at, noon + 10min) == 500);
  BOOST_TEST(level(establishment_bucket, empty_at, noon + 10min + 1200ms) == 499);
}

BOOST_AUTO_TEST_SUITE_END()
