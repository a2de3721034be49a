// School years.
#include "base/school_year.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent::base;

ent::Date day(int year, unsigned month, unsigned day) {
  return ent::Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(school_years)

BOOST_AUTO_TEST_CASE(a_school_year_begins_in_the_summer) {
  BOOST_TEST(school_year_of(day(2026, 7, 31)) == 2025);
  BOOST_TEST(school_year_of(day(2026, 8, 1)) == 2026);
  BOOST_TEST(school_year_of(day(2026, 12, 31)) == 2026);
  BOOST_TEST(school_year_of(day(2027, 1, 1)) == 2026);
}

BOOST_AUTO_TEST_CASE(its_first_day_is_the_first_that_lies_in_it) {
  BOOST_TEST((first_day_of_school_year(2026) == day(2026, 8, 1)));
}

BOOST_AUTO_TEST_SUITE_END()
