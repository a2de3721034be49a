// How averages are written into the livret scolaire unique, which has room for eight characters.
#include "interop/lsu/values.hpp"

#include <boost/test/unit_test.hpp>

namespace ent::lsu {
namespace {

Decimal number(std::string_view text) { return *Decimal::parse(text); }
std::string written(std::string_view shown, std::string_view exact, std::int32_t scale) { return average_text(number(shown), exact, scale); }

}  // namespace

BOOST_AUTO_TEST_SUITE(lsu_values)

BOOST_AUTO_TEST_CASE(an_average_is_written_as_it_is_shown_where_it_fits) {
  BOOST_TEST(written("13.5", "27/2", 20) == "13.5/20");
  BOOST_TEST(written("12.34", "", 20) == "12.34/20");
  BOOST_TEST(written("-1.25", "-5/4", 20) == "-1.25/20");
  BOOST_TEST(written("7.25", "29/4", 100) == "7.25/100");
  BOOST_TEST(written("100", "100", 100) == "100/100");
}

/// 12.445 is shown as 12.45: of the exact value 12.4 is left, of what is shown it would be 12.5.
BOOST_AUTO_TEST_CASE(with_fewer_decimals_it_is_rounded_once_from_the_exact_value) {
  BOOST_TEST(written("12.45", "2489/200", 100) == "12.4/100");
  BOOST_TEST(written("12.45", "249/20", 100) == "12.5/100");
  BOOST_TEST(written("14.333333", "43/3", 20) == "14.33/20");
  BOOST_TEST(written("99.96", "2499/25", 100) == "100/100");
  BOOST_TEST(written("-12.34", "-617/50", 100) == "-12/100");
}

/// What somebody wrote in the place of an average, and a class's mean, of which the report has no exact value.
BOOST_AUTO_TEST_CASE(where_something_else_is_shown_that_is_rounded) {
  BOOST_TEST(written("15.25", "2489/200", 100) == "15.3/100");
  BOOST_TEST(written("12.35", "", 100) == "12.4/100");
  BOOST_TEST(written("12.35", "99999999999999999999/7", 100) == "12.4/100");
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_at_all_is_not_cut) {
  BOOST_TEST(written("123456.5", "", 100) == "123456.5/100");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::lsu
