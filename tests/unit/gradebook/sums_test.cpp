// A box that makes one sum of its marks and of those that the boxes in it kept.
#include <boost/test/unit_test.hpp>

#include "books.hpp"

namespace {

using namespace ent::gradebook::engine;

/// A subject that sums up its boxes, one box in it, and marks on 20 in the box (1) or beside it (0).
struct Asked {
  Asked(const Policy& preset, const std::vector<std::int32_t>& places) : policy(preset) {
    book.boxes[0].rule = policy.root;
    rule().gather = Gather::sums_of_boxes;
    book.boxes.push_back({.parent = 0, .rule = policy.box});
    for (const std::int32_t box : places) book.assessments.push_back({.box = box});
  }

  BoxRule& rule() { return *book.boxes[0].rule; }
  BoxRule& inner() { return *book.boxes[1].rule; }
  std::string of(const std::vector<Mark>& marks) const { return exact(policy, book, marks); }
  Explanation told(const std::vector<Mark>& marks) const { return Evaluator(policy, book).explain({.marks = marks}); }

  const Policy& policy;
  Book book;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(sums_of_boxes)

BOOST_AUTO_TEST_CASE(drops_look_at_all_marks_of_the_sum) {
  Asked asked(fr_exact, {0, 0, 1});
  asked.rule().drops.lowest = 1;
  BOOST_TEST(asked.of({mark("5"), mark("12"), mark("18")}) == "15");  // 12 and 18
  // 2/20 and 18/20 in two boxes: 18 of 20 points stay, in whichever order the boxes are.
  for (const auto& marks : {std::vector<Mark>{mark("2"), mark("18")}, std::vector<Mark>{mark("18"), mark("2")}}) {
    Asked points(canvas_points, {1, 2});
    points.book.boxes.push_back({.parent = 0});
    points.rule().drops.lowest = 1;
    BOOST_TEST(points.of(marks) == "90");
  }
}

BOOST_AUTO_TEST_CASE(optional_marks_are_held_against_the_whole_sum) {
  Asked asked(fr_exact, {0, 1, 0});
  asked.book.assessments[2].part = Part::optional;
  BOOST_TEST(asked.of({mark("8"), mark("18"), mark("10")}) == "13");    // (8 + 18)/2, which 10 does not raise
  BOOST_TEST(asked.of({mark("14"), mark("2"), mark("10")}) == "26/3");  // (14 + 2 + 10)/3, above 16/2
  BOOST_TEST(asked.of({mark(MarkKind::exempt), mark("8"), mark("10")}) == "9");
  asked.book.assessments[2].box = 1;
  BOOST_TEST(asked.of({mark("14"), mark("2"), mark("10")}) == "26/3");
}

BOOST_AUTO_TEST_CASE(a_median_is_one_of_all_marks_and_points_are_all_points) {
  const std::vector<Mark> marks{mark("10"), mark("12"), mark("18")};
  BOOST_TEST(Asked(moodle_highest, {0, 0, 1}).of(marks) == "90");
  BOOST_TEST(Asked(moodle_lowest, {0, 0, 1}).of(marks) == "50");
  BOOST_TEST(Asked(moodle_median, {0, 0, 1}).of(marks) == "60");
  BOOST_TEST(Asked(moodle_natural, {0, 0, 1}).of(marks) == "40");
}

BOOST_AUTO_TEST_CASE(points_keep_the_drops_of_each_box) {
  Asked asked(moodle_natural, {0, 1, 1});
  asked.inner().drops.lowest = 1;
  const Outcome outcome = asked.told({mark("5"), mark("16"), mark("4")}).outcome;
  BOOST_TEST(outcome.exact.text() == "21");  // 5 + 16 of 40
  BOOST_TEST(outcome.maximum.text() == "40");
}

BOOST_AUTO_TEST_CASE(marks_of_extra_credit_add_and_weigh_nothing) {
  Asked asked(fr_exact, {0, 1});
  asked.book.boxes[1].part = Part::extra;
  BOOST_TEST(asked.of({mark("10"), mark("5")}) == "15");
  asked.book.assessments[1].part = Part::bonus;  // in it too a bonus adds what is above 10
  BOOST_TEST(asked.of({mark("10"), mark("12")}) == "12");
  Asked points(moodle_natural, {0, 1});
  points.book.boxes[1].part = Part::extra;
  const Outcome outcome = points.told({mark("10"), mark("5")}).outcome;
  BOOST_TEST(outcome.exact.text() == "15");
  BOOST_TEST(outcome.maximum.text() == "20");
}

BOOST_AUTO_TEST_CASE(a_box_says_what_it_keeps) {
  Asked asked(fr_exact, {0, 1, 1});
  asked.book.boxes[1].coefficient = 5;  // of no account, as its rounding
  asked.inner().rounding = {ent::base::Toward::up, 1};
  asked.inner().drops.lowest = 1;
  BOOST_TEST(asked.of({mark("10"), mark("4"), mark("16.5")}) == "53/4");  // (10 + 16.5)/2
  asked.inner().drops.lowest = 0;
  asked.inner().missing = Treatment::zero;
  BOOST_TEST(asked.of({mark("6"), mark("12"), mark(MarkKind::not_entered)}) == "6");  // (6 + 12 + 0)/3
  asked.inner().extremes.best_times = 2;
  BOOST_TEST(asked.of({mark("7"), mark("10"), mark("16")}) == "49/4");  // (7 + 10 + 2·16)/4
}

BOOST_AUTO_TEST_CASE(an_average_in_a_box_is_one_more_mark_of_the_sum) {
  Asked asked(fr_exact, {0, 1, 2, 2});
  asked.book.boxes.push_back({.parent = 1, .coefficient = 3});
  // 10, 12 and three times the 6 of 4 and 8
  BOOST_TEST(asked.of({mark("10"), mark("12"), mark("4"), mark("8")}) == "8");
}

BOOST_AUTO_TEST_CASE(a_box_has_its_own_average_and_tells_what_it_brings) {
  Asked asked(fr_exact, {0, 1, 1});
  asked.rule().drops.lowest = 1;
  const Explanation told = asked.told({mark("12"), mark("4"), mark("18")});
  BOOST_TEST(told.outcome.exact.text() == "15");
  BOOST_TEST((told.marks[1].fate == Fate::dropped_lowest));
  BOOST_TEST((told.boxes[1].fate == Fate::counted));
  BOOST_TEST(told.boxes[1].weight.text() == "1");
  BOOST_TEST(told.boxes[1].gain.text() == "18");
  BOOST_TEST(told.inner[1].exact.text() == "11");
  BOOST_TEST((asked.told({mark("12"), mark(MarkKind::exempt), mark(MarkKind::exempt)}).boxes[1].fate == Fate::left_out));
  BOOST_TEST((asked.told({mark("12"), Mark{}, Mark{}}).boxes[1].fate == Fate::not_entered));
}

BOOST_AUTO_TEST_SUITE_END()
