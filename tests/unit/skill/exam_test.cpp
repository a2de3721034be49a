// The brevet: worked by hand from its rules.
#include "skill/engine/exam.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent::skill::engine;
using ent::Decimal;

const std::vector<std::int32_t> all_satisfying{3, 3, 3, 3, 3, 3, 3, 3};
const std::vector<Decimal> tens{10, 10, 10, 10, 10};

}  // namespace

BOOST_AUTO_TEST_SUITE(skill_exam)

BOOST_AUTO_TEST_CASE(sessions_have_their_rules) {
  BOOST_TEST(exam_rule(2017) == nullptr);
  BOOST_TEST(exam_rule(2018)->counts_socle);
  BOOST_TEST(exam_rule(2025)->counts_socle);
  BOOST_TEST(!exam_rule(2026)->counts_socle);
  BOOST_TEST(!exam_rule(2030)->counts_socle);
}

// Eight times 50 are 400; 10, 25, 40 and 50 twice each 250.
BOOST_AUTO_TEST_CASE(components_make_points) {
  BOOST_TEST(socle_points(std::vector<std::int32_t>{4, 4, 4, 4, 4, 4, 4, 4})->text() == "400");
  BOOST_TEST(socle_points(std::vector<std::int32_t>{1, 2, 3, 4, 1, 2, 3, 4})->text() == "250");
  BOOST_TEST(!socle_points(std::vector<std::int32_t>{4, 4, 4, 4, 4, 4, 4}).has_value());
  BOOST_TEST(!socle_points(std::vector<std::int32_t>{4, 4, 4, 4, 4, 4, 4, 0}).has_value());
}

// 320 of the socle, 10 of an extra subject, half of 400.
BOOST_AUTO_TEST_CASE(to_2025_points_are_added) {
  const ExamRule& rule = *exam_rule(2025);
  BOOST_TEST(points_of_800(all_satisfying, Extra::reached, tens)->text() == "530");
  BOOST_TEST(points_of_800(all_satisfying, Extra::exceeded, tens)->text() == "540");
  BOOST_TEST(!points_of_800(all_satisfying, Extra::none, std::vector<Decimal>{10}).has_value());
  BOOST_TEST(has_passed(rule, 400));
  BOOST_TEST(!has_passed(rule, Rational(3999, 10)));
  BOOST_TEST((mention_of(rule, 479) == Mention::none));
  BOOST_TEST((mention_of(rule, 480) == Mention::fairly_good));
  BOOST_TEST((mention_of(rule, 640) == Mention::very_good));
}

// The year's 12 and 14 make 13; exams of 10, 12, 14, 8, 16 and 11 by 2, 2, 1.5, 0.5, 2, 2 make 123 of ten:
// 0.4 * 13 + 0.6 * 12.3 = 12.58. An optional 15 lifts the sum of 26 to 31 and the year to 15.5, one of 20 to 18. 20 and 18 with 10 more are 20 at most.
BOOST_AUTO_TEST_CASE(from_2026_on_the_year_counts) {
  const std::vector<Decimal> averages{12, 14}, marks{10, 12, 14, 8, 16, 11};
  BOOST_TEST(mark_of_20(averages, std::nullopt, marks)->decimal().text() == "12.58");
  BOOST_TEST(mark_of_20(averages, Decimal(9), marks)->decimal().text() == "12.58");
  BOOST_TEST(mark_of_20(averages, Decimal(15), marks)->decimal().text() == "13.58");
  BOOST_TEST(mark_of_20(averages, Decimal(20), marks)->decimal().text() == "14.58");
  BOOST_TEST(mark_of_20(std::vector<Decimal>{20, 18}, Decimal(20), marks)->decimal().text() == "15.38");
  BOOST_TEST(!mark_of_20({}, std::nullopt, marks).has_value());
  const ExamRule& rule = *exam_rule(2026);
  BOOST_TEST(!has_passed(rule, Rational(999, 100)));
  BOOST_TEST((mention_of(rule, 18) == Mention::congratulations));
  BOOST_TEST((mention_of(rule, Rational(1258, 100)) == Mention::fairly_good));
}

BOOST_AUTO_TEST_SUITE_END()
