#include "gradebook/closing.hpp"

#include <boost/test/unit_test.hpp>

#include "gradebook/rules.hpp"

using namespace ent;
using namespace ent::gradebook;

namespace {

constexpr std::int64_t latin = 3, a = 1, b = 2, t1 = 11, s1 = 21;
const std::vector<SeatIn> seats{{7, a, t1}, {8, b, s1}, {9, a, t1}};

std::vector<std::int64_t> closed(const std::vector<StateOf>& states, const std::vector<OpenAgain>& again = {}) {
  return closed_members(latin, seats, states, again);
}

const std::vector<std::int64_t> nobody{}, of_a{7, 9}, of_b{8};

}  // namespace

BOOST_AUTO_TEST_SUITE(closing)

BOOST_AUTO_TEST_CASE(a_division_closes_its_own_pupils_in_its_own_period) {
  BOOST_TEST(closed({}) == nobody);
  BOOST_TEST(closed({{t1, a, PeriodState::council}}) == of_a);
  BOOST_TEST(closed({{s1, a, PeriodState::council}}) == nobody);
  BOOST_TEST(closed({{s1, b, PeriodState::locked}}) == of_b);
}

BOOST_AUTO_TEST_CASE(the_group_closes_those_who_go_by_the_period) {
  BOOST_TEST(closed({{t1, latin, PeriodState::locked}}) == of_a);
  BOOST_TEST(closed({{s1, latin, PeriodState::locked}}) == of_b);
}

BOOST_AUTO_TEST_CASE(open_again_for_the_division_or_for_the_group) {
  BOOST_TEST(closed({{t1, a, PeriodState::locked}}, {{t1, a}}) == nobody);
  BOOST_TEST(closed({{t1, a, PeriodState::locked}}, {{t1, latin}}) == nobody);
  BOOST_TEST(closed({{t1, a, PeriodState::locked}}, {{s1, a}, {t1, b}}) == of_a);
}

BOOST_AUTO_TEST_CASE(what_is_published_is_not_opened_again) {
  BOOST_TEST(closed({{t1, a, PeriodState::published}}, {{t1, a}, {t1, latin}}) == of_a);
  BOOST_TEST(closed({{t1, a, PeriodState::council}, {t1, latin, PeriodState::published}}, {{t1, a}}) == of_a);
}

BOOST_AUTO_TEST_CASE(a_day_without_a_period_is_open) {
  const std::vector<SeatIn> between{{7, a, 0}};
  const std::vector<StateOf> states{{t1, a, PeriodState::locked}};
  BOOST_TEST(closed_members(latin, between, states, {}) == nobody);
}

BOOST_AUTO_TEST_CASE(going_back_needs_a_reason_and_publishing_a_lock) {
  const auto refusal = [](PeriodState from, PeriodState to, const char* reason) {
    SetPeriodState input{.state = to};
    if (reason != nullptr) input.reason = reason;
    const auto refused = may_become(from, input);
    return refused ? (refused->fields.empty() ? refused->reason : refused->fields.front().reason) : std::string("none");
  };
  BOOST_TEST(refusal(PeriodState::open, PeriodState::locked, nullptr) == "none");
  BOOST_TEST(refusal(PeriodState::locked, PeriodState::published, nullptr) == "none");
  BOOST_TEST(refusal(PeriodState::open, PeriodState::published, nullptr) == "gradebook.not_locked");
  BOOST_TEST(refusal(PeriodState::council, PeriodState::published, nullptr) == "gradebook.not_locked");
  BOOST_TEST(refusal(PeriodState::published, PeriodState::locked, nullptr) == "gradebook.reason_missing");
  BOOST_TEST(refusal(PeriodState::council, PeriodState::open, "un oubli") == "none");
}

BOOST_AUTO_TEST_SUITE_END()
