// What Moodle and Canvas make of marks, by the examples that describe them (docs/gradebook-policies.md).
#include <boost/test/unit_test.hpp>

#include "books.hpp"

namespace {

using namespace ent::gradebook::engine;

/// 70/100, 20/80 and 10/10.
Book three() {
  Book book;
  for (const char* maximum : {"100", "80", "10"}) book.assessments.push_back({.maximum = number(maximum)});
  return book;
}

const std::vector<Mark> three_marks{mark("70"), mark("20"), mark("10")};

Book with_rule(Book book, const Policy& policy, const Drops& drops, Treatment missing = Treatment::left_out) {
  BoxRule rule = policy.root;
  rule.drops = drops;
  rule.missing = missing;
  book.boxes[0].rule = rule;
  return book;
}

/// One group of a Canvas course.
Book canvas_group(std::initializer_list<const char*> possible, const Drops& drops) {
  Book book;
  BoxRule rule = canvas_points.box;
  rule.drops = drops;
  book.boxes.push_back({.parent = 0, .coefficient = 100, .rule = rule});
  for (const char* points : possible) book.assessments.push_back({.box = 1, .maximum = number(points)});
  return book;
}

std::string dropped(const Policy& policy, const Book& book, const std::vector<Mark>& marks) {
  std::string which;
  const Explanation told = Evaluator(policy, book).explain({.marks = marks});
  for (std::size_t at = 0; at < told.marks.size(); ++at) {
    const Fate fate = told.marks[at].fate;
    if (fate == Fate::dropped_lowest || fate == Fate::dropped_highest) which += std::to_string(at);
  }
  return which;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(foreign_products)

// A category in points beside a test, under the mean: of its points of 10 and 30 a pupil has 8 of 10, so 80 %, beside 60 %.
BOOST_AUTO_TEST_CASE(moodle_points_in_a_mean_are_of_what_the_pupil_has) {
  Book book;
  book.boxes.push_back({.parent = 0, .rule = moodle_natural.box});
  book.assessments = {{.maximum = 100}, {.box = 1, .maximum = 10}, {.box = 1, .maximum = 30}};
  BOOST_TEST(exact(moodle_mean, book, {mark("60"), mark("8"), mark(MarkKind::not_entered)}) == "70");
  BOOST_TEST(exact(moodle_mean, book, {mark("60"), mark("8"), mark("12")}) == "55");  // 20 of 40
}

BOOST_AUTO_TEST_CASE(moodle_means) {
  BOOST_TEST(exact(moodle_mean, three(), three_marks) == "65");
  BOOST_TEST(shown(moodle_simple_weighted_mean, three(), three_marks) == "52.63");
  Book weighted = three();
  weighted.assessments[0].coefficient = 10;
  weighted.assessments[1].coefficient = 5;
  weighted.assessments[2].coefficient = 3;
  BOOST_TEST(exact(moodle_weighted_mean, weighted, three_marks) == "125/2");
}

BOOST_AUTO_TEST_CASE(moodle_picks) {
  BOOST_TEST(exact(moodle_median, three(), three_marks) == "70");
  BOOST_TEST(exact(moodle_lowest, three(), three_marks) == "25");
  BOOST_TEST(exact(moodle_highest, three(), three_marks) == "100");
  Book five;
  for (const char* maximum : {"100", "50", "80", "10", "10"}) five.assessments.push_back({.maximum = number(maximum)});
  const std::vector<Mark> marks{mark("70"), mark("35"), mark("20"), mark("10"), mark("7")};
  BOOST_TEST(exact(moodle_mode, five, marks) == "70");
}

BOOST_AUTO_TEST_CASE(moodle_counts_what_is_empty_as_the_lowest_or_not_at_all) {
  const std::vector<Mark> marks{mark("70"), mark("20"), mark(MarkKind::not_entered)};
  BOOST_TEST(exact(moodle_mean, three(), marks) == "95/2");
  BOOST_TEST(exact(moodle_mean, with_rule(three(), moodle_mean, {}, Treatment::zero), marks) == "95/3");
  const std::vector<Mark> nothing(3);
  BOOST_TEST(exact(moodle_mean, with_rule(three(), moodle_mean, {}, Treatment::zero), nothing).empty());
}

BOOST_AUTO_TEST_CASE(moodle_drops_the_larger_of_equal_grades) {
  Book book = three();
  const std::vector<Mark> marks{mark("50"), mark("40"), mark("10")};
  const Explanation told =
      Evaluator(moodle_simple_weighted_mean, book = with_rule(book, moodle_simple_weighted_mean, {.lowest = 1}))
          .explain({.marks = marks});
  BOOST_TEST((told.marks[0].fate == Fate::dropped_lowest));
  BOOST_TEST(told.outcome.value.text() == "500/9");
  BOOST_TEST(exact(moodle_mean, with_rule(three(), moodle_mean, {.lowest = 3}), marks).empty());
}

BOOST_AUTO_TEST_CASE(moodle_extra_credit_has_three_meanings) {
  Book book;
  book.assessments = {{.maximum = 100}, {.maximum = 10, .part = Part::extra}};
  const std::vector<Mark> marks{mark("60"), mark("5")};
  // (0.6·100 + 0.5·10) / 100; 0.6 + 0.5; 65 points of 100.
  BOOST_TEST(exact(moodle_simple_weighted_mean, book, marks) == "65");
  BOOST_TEST(exact(moodle_mean_extra_credit, book, marks) == "100");
  BOOST_TEST(exact(moodle_natural, book, marks) == "65");
  book.assessments[1].coefficient = number("0.5");
  BOOST_TEST(exact(moodle_mean_extra_credit, book, marks) == "85");
}

BOOST_AUTO_TEST_CASE(moodle_natural_adds_points_and_spreads_shares) {
  BOOST_TEST(exact(moodle_natural, three(), three_marks) == "100");
  Book book = three();
  book.assessments[2].share = number("0.5");
  // Half of 190 points for the small test, the rest by maximum: 190·(1/2 + (70 + 20)/180/2).
  BOOST_TEST(exact(moodle_natural, book, three_marks) == "285/2");
  // Shares that exceed 1 are brought down to it, and the others get nothing.
  book.assessments[0].share = number("1.5");
  // 190 falls to 110 points; 3/4 of them at 70 %, 1/4 in full.
  BOOST_TEST(exact(moodle_natural, book, three_marks) == "341/4");
}

// A total is cut at the sum of the lowest points, not at 0: `aggregate_values_and_adjust_bounds` adds them up, and categories add 0.
BOOST_AUTO_TEST_CASE(moodle_natural_is_cut_at_the_sum_of_the_lowest_points) {
  Book book;
  book.assessments = {{.maximum = 10, .minimum = -10}, {.maximum = 10, .minimum = -10}};
  BOOST_TEST(exact(moodle_natural, book, {mark("-5"), mark("2")}) == "-3");
  // Two scales of four steps, one of them empty: 1 + 0, and no less than 1 + 1.
  book.assessments = {{.maximum = 4, .minimum = 1}, {.maximum = 4, .minimum = 1}};
  book = with_rule(book, moodle_natural, {}, Treatment::zero);
  BOOST_TEST(exact(moodle_natural, book, {mark("1"), mark(MarkKind::not_entered)}) == "2");
  // The items of grade/tests/behat/grade_mingrade.feature: -25, 50, -80 and -10 in a category, 50 and 75 in another.
  book = Book{};
  book.boxes.insert(book.boxes.end(), 2, Box{.parent = 0});
  for (const std::int32_t box : {0, 0, 1, 1, 2, 2}) book.assessments.push_back({.box = box, .maximum = 100, .minimum = -100});
  const std::vector<Mark> marks{mark("-25"), mark("50"), mark("-80"), mark("-10"), mark("50"), mark("75")};
  const Explanation told = Evaluator(moodle_natural, book).explain({.marks = marks});
  BOOST_TEST(told.outcome.exact.text() == "60");
  BOOST_TEST(told.inner[1].exact.text() == "-90");
  // Categories alone: -90 + 50 is under their 0.
  book.assessments = {{.box = 1, .maximum = 100, .minimum = -100}, {.box = 2, .maximum = 100, .minimum = -100}};
  BOOST_TEST(exact(moodle_natural, book, {mark("-90"), mark("50")}) == "0");
}

// 40 of 100 beside a category with a share of 0.2 that is worth 0 points to this pupil: an exempt test, and extra credit of nothing.
BOOST_AUTO_TEST_CASE(moodle_points_of_nothing_have_no_part) {
  Book book;
  book.boxes.push_back({.parent = 0, .share = number("0.2")});
  book.assessments = {{.maximum = 100}, {.box = 1, .maximum = 10}, {.box = 1, .maximum = 5, .part = Part::extra}};
  const std::vector<Mark> marks{mark("40"), mark(MarkKind::exempt), mark("3")};
  const Explanation told = Evaluator(moodle_natural, book).explain({.marks = marks});
  BOOST_TEST(told.outcome.exact.text() == "40");
  BOOST_TEST((told.boxes[1].fate == Fate::weightless));
}

// 10 of 20, and 20 of 20 with a share of 0.2, beside a category of 100 points that is worth 0 to this pupil. For everybody it weighs 0.8·100/120, for
// which the share of 0.2 gives way here too (`sumweights`): the test has the 0.8 that are left, and (0.8/2 + 0.2)·40 are 24.
BOOST_AUTO_TEST_CASE(moodle_points_of_nothing_still_weigh_against_set_shares) {
  Book book;
  book.boxes.push_back({.parent = 0});
  book.assessments = {{.maximum = 20}, {.maximum = 20, .share = number("0.2")}, {.box = 1, .maximum = 100}, {.box = 1, .maximum = 5, .part = Part::extra}};
  BOOST_TEST(exact(moodle_natural, book, {mark("10"), mark("20"), mark(MarkKind::exempt), mark("3")}) == "24");
}

// 80 of 100 beside a category where nothing is entered: 80 so far, and half of it where what is missing counts 0.
BOOST_AUTO_TEST_CASE(moodle_leaves_an_empty_category_out_of_what_there_is_so_far) {
  Book book;
  book.boxes.insert(book.boxes.end(), 2, Box{.parent = 0});
  book.assessments = {{.box = 1, .maximum = 100}, {.box = 2, .maximum = 100}};
  const std::vector<Mark> marks{mark("80"), mark(MarkKind::not_entered)};
  for (const Treatment missing : {Treatment::zero, Treatment::left_out}) {
    const Book said = with_rule(book, moodle_mean, {}, missing);
    BOOST_TEST(shown(moodle_mean, said, marks, {.figure = Figure::so_far}) == "80");
    BOOST_TEST(shown(moodle_mean, said, marks, {.figure = Figure::if_nothing_more}) == "40");
    BOOST_TEST(shown(moodle_mean, said, marks) == (missing == Treatment::zero ? "40" : "80"));
  }
}

// 10, 50 and 90: the median is 50; without the 10 it is 70, without the 90 it is 30, without the 50 it is 50.
BOOST_AUTO_TEST_CASE(moodle_marks_beside_the_median_move_it) {
  Book book;
  book.assessments.assign(3, {.maximum = 100});
  const Explanation told =
      Evaluator(moodle_median, book).explain({.marks = std::vector<Mark>{mark("10"), mark("50"), mark("90")}});
  BOOST_TEST(told.marks[0].influence->text() == "-20");
  BOOST_TEST(told.marks[1].influence->text() == "0");
  BOOST_TEST(told.marks[2].influence->text() == "20");
}

BOOST_AUTO_TEST_CASE(moodle_natural_counts_a_scale_as_so_many_points) {
  Book book;
  book.assessments = {{.maximum = 100}, {.maximum = 5, .minimum = 1}};
  const Outcome outcome =
      Evaluator(moodle_natural, book).average({.marks = std::vector<Mark>{mark("50"), mark("5")}});
  BOOST_TEST(outcome.value.text() == "55");
  BOOST_TEST(outcome.maximum.text() == "105");
}

// spec/lib/grade_calculator_spec.rb: 5 of 10, and another test of 10 that is not handed in.
BOOST_AUTO_TEST_CASE(canvas_has_a_current_and_a_final_total) {
  const Book book = canvas_group({"10", "10"}, {});
  const std::vector<Mark> marks{mark(MarkKind::not_entered), mark("5")};
  for (const Policy* policy : {&canvas_points, &canvas_percent}) {
    BOOST_TEST(shown(*policy, book, marks, {.figure = Figure::so_far}) == "50");
    BOOST_TEST(shown(*policy, book, marks, {.figure = Figure::if_nothing_more}) == "25");
  }
}

// A test of 0 points that gives 3: (8 + 3) / 10. Extra credit is one, whatever its maximum, where the lowest is dropped too.
BOOST_AUTO_TEST_CASE(canvas_extra_credit_is_a_test_of_no_points) {
  const std::vector<Mark> marks{mark("8"), mark("3"), mark("4")};
  for (const Policy* policy : {&canvas_points, &canvas_percent}) {
    for (const int lowest : {0, 1}) {
      Book book = canvas_group({"10", "0", "10"}, {.lowest = lowest});
      const std::string expected = lowest == 0 ? "75" : "110";
      BOOST_TEST(shown(*policy, book, marks) == expected);
      book.assessments[1].maximum = 5;
      book.assessments[1].part = Part::extra;
      BOOST_TEST(shown(*policy, book, marks) == expected);
    }
  }
}

// Without one, it is the last that goes; without two, the two in the middle: (100 + 3) / 138.
BOOST_AUTO_TEST_CASE(canvas_drops_what_leaves_the_best_total) {
  const std::vector<Mark> marks{mark("100"), mark("42"), mark("14"), mark("3")};
  const auto quizzes = [](const Drops& drops) { return canvas_group({"100", "91", "55", "38"}, drops); };
  BOOST_TEST(dropped(canvas_points, quizzes({.lowest = 1}), marks) == "3");
  BOOST_TEST(dropped(canvas_points, quizzes({.lowest = 2}), marks) == "12");
  BOOST_TEST(shown(canvas_points, quizzes({.lowest = 2}), marks) == "74.64");
  BOOST_TEST(dropped(canvas_points, quizzes({.lowest = 9}), marks) == "123");
  Book kept = quizzes({.lowest = 2});
  kept.assessments[1].never_dropped = true;
  BOOST_TEST(dropped(canvas_points, kept, marks) == "23");
}

// One of three is kept. Points out of nothing are held against the best that is possible, 20/20: a 10/10 reaches it, a 9/10 does not,
// as `keep_helper` finds where its search ends.
BOOST_AUTO_TEST_CASE(canvas_keeps_a_perfect_mark_before_points_out_of_nothing) {
  const Book book = canvas_group({"10", "10", "0"}, {.lowest = 2});
  BOOST_TEST(dropped(canvas_points, book, {mark("10"), mark("3"), mark("0")}) == "12");
  BOOST_TEST(dropped(canvas_points, book, {mark("9"), mark("3"), mark("0")}) == "01");
  // Two points out of nothing raise what is possible to 22/20, which 10/10 does not reach; 12/10 is worth 1 there, less than 2.
  BOOST_TEST(dropped(canvas_points, book, {mark("10"), mark("3"), mark("2")}) == "01");
  BOOST_TEST(dropped(canvas_points, book, {mark("12"), mark("3"), mark("2")}) == "01");
}

BOOST_AUTO_TEST_CASE(canvas_scales_weights_up_but_never_down) {
  Book book;
  book.boxes.push_back({.parent = 0, .coefficient = 20});
  book.boxes.push_back({.parent = 0, .coefficient = 30});
  book.boxes.push_back({.parent = 0, .coefficient = 50});
  for (std::int32_t box = 1; box <= 3; ++box) book.assessments.push_back({.box = box, .maximum = 10});
  const std::vector<Mark> marks{mark("10"), mark("5"), mark(MarkKind::not_entered)};
  BOOST_TEST(exact(canvas_percent, book, marks) == "70");
  book.boxes[1].coefficient = 100;
  BOOST_TEST(exact(canvas_percent, book, marks) == "115");
}

BOOST_AUTO_TEST_CASE(canvas_adds_points_out_of_nothing) {
  const Book book = canvas_group({"10", "0"}, {});
  BOOST_TEST(exact(canvas_points, book, {mark("8"), mark("1")}) == "90");
}

BOOST_AUTO_TEST_SUITE_END()
