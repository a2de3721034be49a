#include "gradebook/engine/what_if.hpp"

#include <boost/test/unit_test.hpp>

#include "books.hpp"

namespace {

using namespace ent::gradebook::engine;

struct Asked {
  Book book = plain_book(3);
  std::vector<Mark> marks{mark("12"), mark("14"), mark(MarkKind::not_entered)};

  Needed needed(const char* target, const Policy& policy = fr_exact) const {
    return *needed_for(Evaluator(policy, book), {.marks = marks}, 2, book.assessments[2], number(target),
                       number("0.5"));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(what_if_averages)

BOOST_AUTO_TEST_CASE(marks_are_added_or_changed) {
  const Asked asked;
  const Evaluator evaluator(fr_exact, asked.book);
  BOOST_TEST(what_if(evaluator, {.marks = asked.marks}, {{2, mark("16")}}).value.text() == "14");
  BOOST_TEST(what_if(evaluator, {.marks = asked.marks}, {{0, mark("10")}, {2, mark("18")}}).value.text() == "14");
  BOOST_TEST(what_if(evaluator, {.marks = asked.marks}, {{0, mark(MarkKind::absent)}}).value.text() == "14");
}

BOOST_AUTO_TEST_CASE(the_lowest_mark_that_reaches_the_target) {
  const Asked asked;
  // (12 + 14 + 16) / 3 = 14; with 15.5 it is 13.83.
  BOOST_TEST((asked.needed("14").reach == Reach::reached));
  BOOST_TEST(asked.needed("14").mark.text() == "16");
  // 13.83 is what people see of 13.8333.
  BOOST_TEST(asked.needed("13.83").mark.text() == "15.5");
  BOOST_TEST((asked.needed("16").reach == Reach::out_of_reach));
  BOOST_TEST((asked.needed("8").reach == Reach::always));
  BOOST_TEST(asked.needed("8").mark.text() == "0");
}

BOOST_AUTO_TEST_CASE(the_maximum_is_a_mark_whatever_the_step) {
  const Asked asked;
  const Evaluator evaluator(fr_exact, asked.book);
  const auto by_three_tenths = [&](const char* target) {
    return *needed_for(evaluator, {.marks = asked.marks}, 2, asked.book.assessments[2], number(target), number("0.3"));
  };
  // (12 + 14 + 20) / 3 = 15.33, with 19.8 15.27: 20 is no multiple of 0.3, and can be given.
  BOOST_TEST((by_three_tenths("15.33").reach == Reach::reached));
  BOOST_TEST(by_three_tenths("15.33").mark.text() == "20");
  BOOST_TEST(by_three_tenths("15.27").mark.text() == "19.8");
  BOOST_TEST((by_three_tenths("15.34").reach == Reach::out_of_reach));
}

BOOST_AUTO_TEST_CASE(marks_are_multiples_of_the_step_wherever_the_scale_begins) {
  const auto by = [](const char* minimum, const char* step, const char* target) {
    Book book = plain_book(2);
    book.assessments[1].minimum = number(minimum);
    const std::vector<Mark> marks{mark("10"), mark(MarkKind::not_entered)};
    return needed_for(Evaluator(moodle_simple_weighted_mean, book), {.marks = marks}, 1, book.assessments[1], number(target), number(step))
        ->mark.text();
  };
  // 1 to 20, beside 10/20: 10 makes (10 + 9)/39 = 48.72 of 100, 15 makes 24/39 = 61.54, and 11 would make 51.28.
  BOOST_TEST(by("1", "5", "50") == "15");
  BOOST_TEST(by("1", "5", "60") == "15");
  // 0.25 to 20: 10 makes 19.75/39.75 = 49.69, 10.5 makes 20.25/39.75 = 50.94, and 10.25 would make 50.31.
  BOOST_TEST(by("0.25", "0.5", "50.1") == "10.5");
  // -7 to 20: the lowest multiple is -5, which makes (10 + 2)/47 = 25.53; 0 makes 17/47 = 36.17.
  BOOST_TEST(by("-7", "5", "10") == "-5");
  BOOST_TEST(by("-7", "5", "30") == "0");
  // 12 to 20 in steps of 50: only the maximum can be given.
  BOOST_TEST(by("12", "50", "10") == "20");
}

BOOST_AUTO_TEST_CASE(marks_below_the_lowest_multiple_are_not_said_to_reach_it) {
  Book book = plain_book(1);
  book.assessments[0].minimum = number("1");
  const std::vector<Mark> marks{mark(MarkKind::not_entered)};
  const Evaluator evaluator(moodle_simple_weighted_mean, book);
  // Of 1 to 20 the multiples of 5 are 5, which makes 4/19 = 21.05 of 100, and above; 1 makes 0.
  const auto needed = needed_for(evaluator, {.marks = marks}, 0, book.assessments[0], number("20"), number("5"));
  BOOST_TEST((needed->reach == Reach::reached));
  BOOST_TEST(needed->mark.text() == "5");
}

BOOST_AUTO_TEST_CASE(an_optional_mark_reaches_nothing_below_the_average) {
  Asked asked;
  asked.book.assessments[2].part = Part::optional;
  BOOST_TEST((asked.needed("13").reach == Reach::always));
  // (12 + 14 + 13.5) / 3 = 13.17
  BOOST_TEST(asked.needed("13.1").mark.text() == "13.5");
}

BOOST_AUTO_TEST_CASE(a_scale_in_too_small_steps_is_not_walked) {
  const Asked asked;
  const Evaluator evaluator(fr_exact, asked.book);
  BOOST_TEST(!needed_for(evaluator, {.marks = asked.marks}, 2, asked.book.assessments[2], number("10"),
                         number("0.0001")));
  BOOST_TEST(!needed_for(evaluator, {.marks = asked.marks}, 2, asked.book.assessments[2], number("10"), number("0")));
}

BOOST_AUTO_TEST_SUITE_END()
