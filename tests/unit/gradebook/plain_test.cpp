// The short way for plain books says what the long way says, and is not taken where it would not.
#include "gradebook/engine/plain.hpp"

#include <boost/test/unit_test.hpp>

#include "books.hpp"

namespace {

using namespace ent::gradebook::engine;

}  // namespace

BOOST_AUTO_TEST_SUITE(plain_sums)

BOOST_AUTO_TEST_CASE(a_plain_book_is_two_sums_a_pupil) {
  Book book = plain_book(3);
  book.assessments[1].maximum = 10;
  book.assessments[2].part = Part::bonus;
  const auto plain = PlainBook::of(fr_exact, book);
  BOOST_TEST_REQUIRE(plain.has_value());
  PlainSums sums(*plain, 3);
  sums.add(0, 0, mark("12"));
  sums.add(0, 1, mark("8"));
  sums.add(0, 2, mark("13"));
  sums.add(1, 0, mark(MarkKind::exempt));
  BOOST_TEST(sums.average(0).text() == "31/2");
  BOOST_TEST((sums.standing(0) == Standing::average));
  BOOST_TEST((sums.standing(1) == Standing::left_out));
  BOOST_TEST((sums.standing(2) == Standing::no_mark));
}

BOOST_AUTO_TEST_CASE(what_is_not_plain_takes_the_long_way) {
  Book book = plain_book(2);
  book.assessments[1].part = Part::optional;
  BOOST_TEST(!PlainBook::of(fr_exact, book));
  BOOST_TEST(!PlainBook::of(gepi, plain_book(2)));
  BOOST_TEST(!PlainBook::of(moodle_median, plain_book(2)));
  Book nested = plain_book(2);
  nested.boxes.push_back({.parent = 0});
  BOOST_TEST(!PlainBook::of(fr_exact, nested));
}

BOOST_AUTO_TEST_CASE(scales_without_a_common_measure_take_the_long_way) {
  Book book = plain_book(12);
  std::int64_t millionths = 19'000'003;
  for (Assessment& assessment : book.assessments) {
    assessment.maximum = ent::Decimal::of_millionths(millionths);
    millionths += 1'000'014;
  }
  BOOST_TEST(!PlainBook::of(fr_exact, book));
  const std::vector<Mark> marks(12, mark("9.5"));
  BOOST_TEST(!exact(fr_exact, book, marks).empty());
}

BOOST_AUTO_TEST_CASE(the_largest_marks_do_not_overflow) {
  const Book book = plain_book(60);
  const auto plain = PlainBook::of(fr_exact, book);
  BOOST_TEST_REQUIRE(plain.has_value());
  const ent::Decimal largest = ent::Decimal::of_millionths(ent::Decimal::largest);
  PlainSums sums(*plain, 1);
  for (std::size_t at = 0; at < 60; ++at) sums.add(0, at, {.value = largest, .kind = MarkKind::number});
  BOOST_TEST((sums.average(0) == Rational(largest)));
}

BOOST_AUTO_TEST_SUITE_END()
