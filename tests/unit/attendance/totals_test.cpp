// What is missed of what was expected.
#include "attendance/totals.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

std::string rate(std::int32_t missed, std::int32_t expected) {
  const auto percent = ent::attendance::absence_rate(missed, expected);
  return percent ? percent->text() : "none";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(attendance_totals)

BOOST_AUTO_TEST_CASE(a_rate_has_two_decimals_and_goes_up_from_the_middle) {
  BOOST_TEST(rate(1, 32) == "3.13");    // 3.125
  BOOST_TEST(rate(3, 32) == "9.38");    // 9.375
  BOOST_TEST(rate(1, 3) == "33.33");
  BOOST_TEST(rate(2, 3) == "66.67");
  BOOST_TEST(rate(1, 30000) == "0");    // 0.0033
  BOOST_TEST(rate(1, 20000) == "0.01");  // 0.005
  BOOST_TEST(rate(7, 7) == "100");
  BOOST_TEST(rate(0, 7) == "0");
  BOOST_TEST(rate(0, 0) == "none");
}

BOOST_AUTO_TEST_SUITE_END()
