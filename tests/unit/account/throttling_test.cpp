// That guessing is slow, and that nobody is locked out by it: with the store between two portals.
#include "support/school.hpp"

using namespace ent;
using namespace ent::test;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(throttling)

struct Doors : School {
  explicit Doors(Place place) : School(place) { account_of(guest("Claire", "Oriol")); }

  std::string from(const Portal& door, const std::string& source, const std::string& password,
                   const std::string& login = "claire.oriol") {
    return reason(door.sign_in({.login = login, .password = password, .source = source}));
  }
};

BOOST_DATA_TEST_CASE(two_processes_count_together, lasting_places(), place) {
  Doors school(place);
  const Portal other = school.open();
  for (const Portal& door : {school.portal, other, other, school.portal, other}) {
    BOOST_TEST(reason(school.try_in(door, "claire.oriol", "wrong")) == "account.credentials_wrong");
  }
  BOOST_TEST(reason(school.try_in(school.portal, "claire.oriol")) == "account.try_later");
  BOOST_TEST(reason(school.try_in(other, "claire.oriol")) == "account.try_later");
  school.clock->pass(999ms);
  BOOST_TEST(reason(school.try_in(other, "claire.oriol")) == "account.try_later");
  school.clock->pass(1ms);
  BOOST_TEST(reason(school.try_in(other, "claire.oriol")) == "");
  BOOST_TEST(reason(school.try_in(school.portal, "claire.oriol")) == "");
}

BOOST_DATA_TEST_CASE(a_login_without_account_slows_down_alike, engines(), place) {
  Doors school(place);
  for (int i = 0; i < 5; ++i) BOOST_TEST(school.from(school.portal, "", "wrong", "nobody") == "account.credentials_wrong");
  BOOST_TEST(school.from(school.portal, "", "wrong", "nobody") == "account.try_later");
  BOOST_TEST(school.from(school.portal, "", good_password) == "");
}

BOOST_DATA_TEST_CASE(a_device_that_the_account_knows_is_let_in_while_others_guess, engines(), place) {
  Doors school(place);
  const SignedIn known = school.sign_in("claire.oriol");
  const auto on_device = [&](const std::string& password, const std::string& token) {
    return reason(school.portal.sign_in({.login = "claire.oriol", .password = password, .source = "10.0.0", .device_token = token}));
  };
  for (int i = 0; i < 60; ++i) static_cast<void>(school.from(school.portal, "10.0.0", "wrong"));
  BOOST_TEST(on_device(good_password, "") == "account.try_later");
  BOOST_TEST(on_device(good_password, known.device_token) == "");
  // Its own tries are counted too.
  for (int i = 0; i < 5; ++i) BOOST_TEST(on_device("wrong", known.device_token) == "account.credentials_wrong");
  BOOST_TEST(on_device(good_password, known.device_token) == "account.try_later");
  school.clock->pass(1s);
  BOOST_TEST(on_device(good_password, known.device_token) == "");
}

BOOST_DATA_TEST_CASE(the_token_of_another_accounts_device_is_worth_nothing, engines(), place) {
  Doors school(place);
  school.account_of(school.guest("Anne", "Petit"));
  const SignedIn anne = school.sign_in("anne.petit");
  for (int i = 0; i < 5; ++i) BOOST_TEST(school.from(school.portal, "", "wrong") == "account.credentials_wrong");
  const auto again = school.portal.sign_in({.login = "claire.oriol", .password = good_password, .device_token = anne.device_token});
  BOOST_TEST(reason(again) == "account.try_later");
}

BOOST_DATA_TEST_CASE(a_source_is_closed_after_fifty_failures_in_ten_minutes, engines(), place) {
  Doors school(place);
  for (int i = 0; i < 50; ++i) {
    BOOST_TEST(school.from(school.portal, "10.0.0", "wrong", "pupil" + std::to_string(i)) == "account.credentials_wrong");
  }
  BOOST_TEST(school.from(school.portal, "10.0.0", good_password) == "account.try_later");
  BOOST_TEST(school.from(school.portal, "10.0.1", good_password) == "");
  school.clock->pass(12s);
  BOOST_TEST(school.from(school.portal, "10.0.0", good_password) == "");
}

BOOST_DATA_TEST_CASE(successes_do_not_close_a_source, engines(), place) {
  Doors school(place);
  for (int i = 0; i < 60; ++i) BOOST_TEST(school.from(school.portal, "10.0.0", good_password) == "");
}

BOOST_DATA_TEST_CASE(trying_during_the_wait_closes_the_source, engines(), place) {
  Doors school(place);
  for (int i = 0; i < 55; ++i) static_cast<void>(school.from(school.portal, "10.0.0", "wrong"));
  school.clock->pass(1s);
  BOOST_TEST(school.from(school.portal, "10.0.0", good_password) == "account.try_later");
  BOOST_TEST(school.from(school.portal, "10.0.1", good_password) == "");
}

BOOST_DATA_TEST_CASE(a_clock_that_jumps_backwards_gives_no_try_back, engines(), place) {
  Doors school(place);
  for (int i = 0; i < 5; ++i) BOOST_TEST(school.from(school.portal, "", "wrong") == "account.credentials_wrong");
  school.clock->pass(-1h);
  BOOST_TEST(school.from(school.portal, "", good_password) == "account.try_later");
  school.clock->pass(1s);
  BOOST_TEST(school.from(school.portal, "", good_password) == "");
}

BOOST_DATA_TEST_CASE(the_unit_of_the_accounts_learns_that_it_is_under_attack, engines(), place) {
  Doors school(place);
  const auto alarm = [&] { return must(account::alarm(school.host, {.org_id = school.org})); };
  BOOST_TEST(!alarm().under_attack);
  for (int i = 0; i < 3; ++i) BOOST_TEST(!school.from(school.portal, "", "wrong").empty());
  BOOST_TEST(alarm().failures == 3);
  // 497 more, as the store keeps them: each adds 1.2 s to the instant at which the bucket is empty.
  school.run({"UPDATE account_alarm SET empty_at = empty_at + 496 * 1200000 WHERE org = $1"}, {school.org.value});
  BOOST_TEST(!alarm().under_attack);
  BOOST_TEST(!school.from(school.portal, "", "wrong").empty());
  BOOST_TEST(alarm().failures == 500);
  BOOST_TEST(alarm().under_attack);
  school.clock->pass(10min);
  BOOST_TEST(alarm().failures == 0);
}

BOOST_DATA_TEST_CASE(rows_of_logins_tried_at_random_do_not_pile_up, engines(), place) {
  Doors school(place);
  for (int i = 0; i < 8; ++i) static_cast<void>(school.from(school.portal, "a" + std::to_string(i), "wrong", "nobody" + std::to_string(i)));
  BOOST_TEST(school.count({"SELECT count(*) FROM account_tries"}) == 8);
  BOOST_TEST(school.count({"SELECT count(*) FROM account_source"}) == 8);
  school.clock->pass(25h);
  for (int i = 0; i < 2; ++i) static_cast<void>(school.from(school.portal, "b" + std::to_string(i), "wrong", "else" + std::to_string(i)));
  BOOST_TEST(school.count({"SELECT count(*) FROM account_tries"}) == 2);
  BOOST_TEST(school.count({"SELECT count(*) FROM account_source"}) == 2);
}

BOOST_AUTO_TEST_SUITE_END()
