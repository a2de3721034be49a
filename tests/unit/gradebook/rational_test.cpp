// Exact fractions, where 128 bits suffice and where they do not.
#include "base/rational.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using ent::Decimal;
using ent::base::Rational;
using ent::base::Toward;

/// As a fraction; the decimal is the same number.
std::string rounded(const Rational& value, Toward toward) {
  const Rational fraction = value.rounded(toward, Rational(1, 10));
  BOOST_TEST((Rational(value.rounded_decimal(toward, *Decimal::parse("0.1"))) == fraction));
  return fraction.text();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rational)

BOOST_AUTO_TEST_CASE(a_sum_that_outgrows_128_bits_stays_exact) {
  Rational harmonic;
  for (int k = 1; k <= 100; ++k) harmonic += Rational(1, k);
  BOOST_TEST(harmonic.text() ==
             "14466636279520351160221518043104131447711/2788815009188499086581352357412492142272");
  for (int k = 100; k >= 1; --k) harmonic -= Rational(1, k);
  BOOST_TEST(harmonic.is_zero());
  BOOST_TEST((harmonic == Rational(0)));
}

BOOST_AUTO_TEST_CASE(half_goes_where_the_rule_says) {
  const Rational half(25, 100);
  BOOST_TEST(rounded(half, Toward::nearest) == "3/10");
  BOOST_TEST(rounded(half, Toward::nearest_up) == "3/10");
  BOOST_TEST(rounded(half, Toward::nearest_down) == "1/5");
  BOOST_TEST(rounded(-half, Toward::nearest) == "-3/10");
  BOOST_TEST(rounded(-half, Toward::nearest_up) == "-1/5");
  BOOST_TEST(rounded(-half, Toward::nearest_down) == "-3/10");
  BOOST_TEST(rounded(Rational(201, 1000), Toward::up) == "3/10");
  BOOST_TEST(rounded(Rational(-201, 1000), Toward::up) == "-1/5");
  BOOST_TEST(rounded(Rational(299, 1000), Toward::down) == "1/5");
  BOOST_TEST(rounded(Rational(121, 10), Toward::up) == "121/10");
}

BOOST_AUTO_TEST_CASE(decimals_keep_their_six_places) {
  BOOST_TEST(Rational(*Decimal::parse("12.345678")).decimal().text() == "12.345678");
  BOOST_TEST(Rational(2, 3).decimal().text() == "0.666667");
  BOOST_TEST(Rational(2, 3).decimal(Toward::down).text() == "0.666666");
}

BOOST_AUTO_TEST_CASE(decimals_of_what_outgrows_128_bits) {
  Rational large(1, 3);
  for (int i = 0; i < 5; ++i) large *= Rational(1'000'000'007);
  const Decimal step = *Decimal::parse("0.5");
  const Rational third = large / large / Rational(3);  // of numbers of any size
  BOOST_TEST(third.rounded_decimal(Toward::nearest, step).text() == "0.5");
  BOOST_TEST(third.rounded_decimal(Toward::down, step).text() == "0");
  BOOST_TEST(large.rounded_decimal(Toward::nearest, step).text() == Decimal::of_millionths(Decimal::largest).text());
  BOOST_TEST((-large).rounded_decimal(Toward::nearest, step).text() == Decimal::of_millionths(-Decimal::largest).text());
}

BOOST_AUTO_TEST_CASE(order_is_that_of_the_numbers) {
  BOOST_TEST((Rational(1, 3) < Rational(34, 100)));
  BOOST_TEST((Rational(2, 4) == Rational(1, 2)));
  BOOST_TEST((Rational(-1, 2) < Rational(-1, 3)));
  Rational large(1);
  for (int i = 0; i < 10; ++i) large *= Rational(1'000'000'007);
  BOOST_TEST((large > Rational(INT64_MAX)));
  BOOST_TEST((-large < Rational(0)));
  BOOST_TEST((large / large == Rational(1)));
}

BOOST_AUTO_TEST_SUITE_END()
