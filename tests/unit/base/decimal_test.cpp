#include <boost/test/unit_test.hpp>

#include "base/decimal.hpp"

using ent::Decimal;

BOOST_AUTO_TEST_SUITE(decimal)

BOOST_AUTO_TEST_CASE(decimals_are_written_without_needless_zeros) {
  const auto text = [](std::int64_t millionths) { return Decimal::of_millionths(millionths).text(); };
  BOOST_TEST(text(0) == "0");
  BOOST_TEST(text(14'500'000) == "14.5");
  BOOST_TEST(text(-250'000) == "-0.25");
  BOOST_TEST(text(1) == "0.000001");
  BOOST_TEST(text(20'000'000) == "20");
  BOOST_TEST(text(100'000'000'010'000) == "100000000.01");
  BOOST_TEST(text(-Decimal::largest) == "-999999999999.999999");
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
  for (std::int64_t millionths = 1; millionths < Decimal::largest; millionths = millionths * 3 + 7) {
    for (const std::int64_t signed_one : {millionths, -millionths}) {
      const Decimal number = Decimal::of_millionths(signed_one);
      BOOST_REQUIRE(Decimal::parse(number.text()) == number);
    }
  }
}

BOOST_AUTO_TEST_CASE(decimals_are_compared_as_numbers) {
  BOOST_TEST((Decimal(12) < Decimal::parse("12.5")));
  BOOST_TEST((Decimal::parse("12,50") == Decimal::parse("12.5")));
  BOOST_TEST((Decimal(-3) < Decimal{}));
}

BOOST_AUTO_TEST_SUITE_END()
