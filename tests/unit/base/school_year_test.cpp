// School years.
#include "base/school_year.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent::base;

ent::Date day(int year, unsigned month, unsigned day) {
  return ent::Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

constexpr SchoolYears north = years_from_august, south = years_from_january;

}  // namespace

BOOST_AUTO_TEST_SUITE(school_years)

BOOST_AUTO_TEST_CASE(a_school_year_begins_in_the_summer) {
  BOOST_TEST(north.of(day(2026, 7, 31)) == 2025);
  BOOST_TEST(north.of(day(2026, 8, 1)) == 2026);
  BOOST_TEST(north.of(day(2026, 12, 31)) == 2026);
  BOOST_TEST(north.of(day(2027, 1, 1)) == 2026);
}

BOOST_AUTO_TEST_CASE(which_in_the_south_is_in_january) {
  BOOST_TEST(south.of(day(2025, 12, 31)) == 2025);
  BOOST_TEST(south.of(day(2026, 1, 1)) == 2026);
  BOOST_TEST(south.of(day(2026, 7, 31)) == 2026);
  BOOST_TEST(south.of(day(2026, 8, 1)) == 2026);
  BOOST_TEST(south.of(day(2026, 12, 31)) == 2026);
}

BOOST_AUTO_TEST_CASE(nobody_says_anything_of_the_north) { BOOST_TEST((SchoolYears{} == north)); }

BOOST_AUTO_TEST_CASE(its_first_day_is_the_first_that_lies_in_it) {
  BOOST_TEST((north.first_day(2026) == day(2026, 8, 1)));
  BOOST_TEST((south.first_day(2026) == day(2026, 1, 1)));
}

BOOST_AUTO_TEST_CASE(pupils_come_in_the_month_after) {
  BOOST_TEST((north.first_day_of_pupils(2026) == day(2026, 9, 1)));
  BOOST_TEST((south.first_day_of_pupils(2026) == day(2026, 2, 1)));
}

// OneRoster names a year by the one in which it ends: 2026-2027 is 2027, the southern 2026 is 2026.
BOOST_AUTO_TEST_CASE(a_year_ends_in_the_next_or_in_its_own) {
  BOOST_TEST(north.civil_year_of_end(2026) == 2027);
  BOOST_TEST(south.civil_year_of_end(2026) == 2026);
  BOOST_TEST(north.ending_in(2027) == 2026);
  BOOST_TEST(south.ending_in(2026) == 2026);
}

// Whose years they are need not be known to find all that a day may lie in.
BOOST_AUTO_TEST_CASE(a_day_lies_in_the_year_by_august_or_in_the_next) {
  for (ent::Date at = day(2023, 12, 30); at < day(2028, 3, 2); at += std::chrono::days{1}) {
    BOOST_TEST((south.of(at) == north.of(at) || south.of(at) == north.of(at) + 1));
  }
}

BOOST_AUTO_TEST_SUITE_END()
