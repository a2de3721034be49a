// When absenteeism calls for an alert.
#include "attendance/alerts.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using namespace ent::attendance;
using ent::Date;

Date day(unsigned month, unsigned number) {
  return Date{std::chrono::year{2026} / std::chrono::month{month} / std::chrono::day{number}};
}

/// One morning missed on each of these days.
std::vector<MissedHalf> mornings(const std::vector<Date>& days) {
  std::vector<MissedHalf> missed;
  for (const Date date : days) missed.push_back({date, HalfDay::morning, false, 240});
  return missed;
}

const AlertRule of_a_month{.half_days = 4};
const AlertRule of_thirty_days{.half_days = 4, .window = Window::rolling_days, .days = 30};

}  // namespace

BOOST_AUTO_TEST_SUITE(attendance_alerts)

BOOST_AUTO_TEST_CASE(four_half_days_of_a_month_are_one_alert) {
  auto missed = mornings({day(11, 2), day(11, 5), day(11, 9)});
  BOOST_TEST(alerts(of_a_month, missed).empty());
  missed.push_back({day(11, 12), HalfDay::morning, false, 240});
  const auto four = alerts(of_a_month, missed);
  BOOST_REQUIRE(four.size() == 1);
  BOOST_TEST((four.front() == Alert{day(11, 1), day(12, 1), 4, day(11, 12)}));
  missed.push_back({day(11, 12), HalfDay::afternoon, false, 210});
  const auto five = alerts(of_a_month, missed);
  BOOST_REQUIRE(five.size() == 1);
  BOOST_TEST((five.front() == Alert{day(11, 1), day(12, 1), 5, day(11, 12)}));
}

BOOST_AUTO_TEST_CASE(a_justified_half_day_counts_for_nothing) {
  auto missed = mornings({day(11, 2), day(11, 5), day(11, 9), day(11, 12)});
  missed[1].justified = true;
  BOOST_TEST(alerts(of_a_month, missed).empty());
}

BOOST_AUTO_TEST_CASE(months_are_counted_apart) {
  const auto missed = mornings({day(10, 28), day(10, 29), day(10, 30), day(11, 2)});
  BOOST_TEST(alerts(of_a_month, missed).empty());
  const auto rolling = alerts(of_thirty_days, missed);
  BOOST_REQUIRE(rolling.size() == 1);
  BOOST_TEST((rolling.front() == Alert{day(10, 28), day(11, 27), 4, day(11, 2)}));
}

BOOST_AUTO_TEST_CASE(a_rolling_window_ends_before_its_last_day) {
  BOOST_TEST(alerts(of_thirty_days, mornings({day(11, 1), day(11, 2), day(11, 3), day(12, 1)})).empty());
  BOOST_TEST(alerts(of_thirty_days, mornings({day(11, 1), day(11, 2), day(11, 3), day(11, 30)})).size() == 1);
}

BOOST_AUTO_TEST_CASE(a_half_day_is_counted_by_one_alert) {
  std::vector<Date> days;
  for (unsigned number = 1; number <= 8; ++number) days.push_back(day(9, number));
  for (unsigned number = 5; number <= 8; ++number) days.push_back(day(10, number));
  BOOST_TEST(alerts(of_thirty_days, mornings(days)).size() == 2);
  BOOST_TEST(alerts(of_a_month, mornings(days)).size() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
