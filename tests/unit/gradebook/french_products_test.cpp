// What GEPI, PRONOTE and entcore make of marks, by the examples that describe them (docs/gradebook-policies.md).
#include <boost/test/unit_test.hpp>

#include "books.hpp"

namespace {

using namespace ent::gradebook::engine;

Book on(std::initializer_list<const char*> maxima) {
  Book book;
  for (const char* maximum : maxima) book.assessments.push_back({.maximum = number(maximum)});
  return book;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(french_products)

BOOST_AUTO_TEST_CASE(one_and_the_same_term_differs_by_product) {
  const Book book = plain_book(4);
  const std::vector<Mark> marks{mark("8.5"), mark("8"), mark("8"), mark("8")};
  BOOST_TEST(shown(fr_exact, book, marks) == "8.13");
  BOOST_TEST(shown(gepi, book, marks) == "8.2");
  BOOST_TEST(shown(entcore, book, marks) == "8.1");
  BOOST_TEST(shown(pronote, book, marks) == "8.13");
}

// 18/20, 3/10 and 1/5: about 12.6 by their scales, about 9.3 when each is brought to 20.
BOOST_AUTO_TEST_CASE(pronote_weighs_by_scale_unless_brought_to_twenty) {
  Book book = on({"20", "10", "5"});
  const std::vector<Mark> marks{mark("18"), mark("3"), mark("1")};
  BOOST_TEST(exact(pronote, book, marks) == "88/7");
  for (Assessment& assessment : book.assessments) assessment.brought_to_scale = true;
  BOOST_TEST(exact(pronote, book, marks) == "28/3");
}

// 12, 16 and an optional 17 "as a bonus": 17.5.
BOOST_AUTO_TEST_CASE(pronote_adds_only_the_points_above_ten_of_a_bonus) {
  Book book = plain_book(3);
  book.assessments[2].part = Part::bonus;
  BOOST_TEST(exact(pronote, book, {mark("12"), mark("16"), mark("17")}) == "35/2");
}

// The row of a teacher who asked why: 10.16, with each optional mark above the others' average.
BOOST_AUTO_TEST_CASE(optional_marks_above_the_others_may_lower_what_they_make_together) {
  Book book = on({"5", "5", "20", "10", "50", "5", "5", "5", "5"});
  book.assessments[2].coefficient = 3;
  book.assessments[4].coefficient = 3;
  book.assessments[4].brought_to_scale = true;
  for (const std::size_t at : {0U, 3U, 5U, 6U, 7U, 8U}) book.assessments[at].part = Part::optional;
  std::vector<Mark> marks{mark("4.75"), mark("2.5"), mark("12.5"), mark("7"),   mark("14"),
                          mark("2.5"),  mark("2.5"), mark("4.5"),  mark("3.25")};
  BoxRule rule = pronote.root;
  rule.optional = OptionalRule::above_the_others;
  book.boxes[0].rule = rule;
  BOOST_TEST(shown(pronote, book, marks) == "10.16");
  marks[6] = mark("0");
  BOOST_TEST(shown(pronote, book, marks) == "10.17");
  // From the best down, neither of the two marks of 2.5/5 is taken.
  book.boxes[0].rule.reset();
  marks[6] = mark("2.5");
  BOOST_TEST(shown(pronote, book, marks) == "10.17");
}

BOOST_AUTO_TEST_CASE(pronote_weighs_the_best_and_the_worst_and_adds_a_column) {
  Book book = plain_book(3);
  BoxRule rule = pronote.root;
  rule.extremes.best_times = 2;
  rule.extremes.worst_times = 0;
  rule.rounding = {Toward::up, number("0.5")};
  book.boxes[0].rule = rule;
  const std::vector<Mark> marks{mark("6"), mark("12"), mark("15")};
  // (12 + 2·15) / 3 = 14
  BOOST_TEST(exact(pronote, book, marks) == "14");
  const Outcome raised = Evaluator(pronote, book).average({.marks = marks, .adjustment = number("0.1")});
  BOOST_TEST(raised.value.text() == "29/2");
}

BOOST_AUTO_TEST_CASE(a_mark_that_weighs_nothing_is_neither_best_nor_worst) {
  Book book = plain_book(4);
  book.assessments[0].coefficient = book.assessments[1].coefficient = 0;
  BoxRule rule = pronote.root;
  rule.extremes = {.best_times = 2, .worst_times = 3};
  book.boxes[0].rule = rule;
  // (2·15 + 3·10) / 5 = 12: 18 and 4 count nowhere.
  const std::vector<Mark> marks{mark("18"), mark("4"), mark("15"), mark("10")};
  BOOST_TEST(exact(pronote, book, marks) == "12");
  BOOST_TEST(exact(fr_exact, book, marks) == "12");
  // A coefficient more of the best one: (2·15 + 10) / 3.
  rule.extremes = {.best_more = 1};
  book.boxes[0].rule = rule;
  BOOST_TEST(exact(pronote, book, marks) == "40/3");
}

// GEPI shows the average of each container, whichever way the one around it is made.
BOOST_AUTO_TEST_CASE(a_box_without_a_say_has_its_average) {
  Book book = plain_book(4);
  book.boxes.push_back({.parent = 0});
  book.boxes.push_back({.parent = 1, .coefficient = 3});
  for (const std::size_t test : {1U, 2U}) book.assessments[test].box = 1;
  book.assessments[3].box = 2;
  BoxRule all = fr_exact.root;
  all.gather = Gather::all_marks_below;
  book.boxes[0].rule = all;
  const std::vector<Mark> marks{mark("4"), mark("10"), mark("13"), mark("17")};
  const Explanation told = Evaluator(fr_exact, book).explain({.marks = marks, .adjustment = number("2")});
  BOOST_TEST(told.outcome.value.text() == "13");  // (4 + 10 + 13 + 17) / 4 + 2: the column is of the whole alone
  BOOST_TEST((told.boxes[1].fate == Fate::without_say && told.boxes[2].fate == Fate::without_say));
  BOOST_TEST(told.inner[1].value.text() == "74/5");  // (10 + 13 + 3·17) / 5
  BOOST_TEST(told.inner[2].value.text() == "17");
  // A box that takes all marks below it does so for its own average too: (10 + 13 + 17) / 3.
  book.boxes[1].rule = all;
  BOOST_TEST(Evaluator(fr_exact, book).explain({.marks = marks}).inner[1].value.text() == "40/3");
}

BOOST_AUTO_TEST_CASE(gepi_rounds_up_to_a_tenth_at_every_level) {
  Book book = plain_book(3);
  book.boxes.push_back({.parent = 0});
  book.assessments[0].box = 1;
  book.assessments[1].box = 1;
  // In the box 12.25 becomes 12.3; (12.3 + 10) / 2 = 11.15 becomes 11.2.
  BOOST_TEST(shown(gepi, book, {mark("12"), mark("12.5"), mark("10")}) == "11.2");
  // A value that has a tenth already stays.
  BOOST_TEST(shown(gepi, plain_book(2), {mark("12"), mark("12.2")}) == "12.1");
}

// All marks 15: a bonus of 3/10 lowers to 14.9, and one of 39/40 is ignored.
BOOST_AUTO_TEST_CASE(gepi_holds_a_bonus_against_half_of_its_own_scale) {
  Book book = on({"20", "20", "20", "20", "20", "20", "20", "20", "20", "20", "20", "20",
                  "20", "20", "20", "20", "20", "20", "20", "20", "20", "20", "20", "20",
                  "20", "20", "20", "20", "20", "20", "20", "20", "20", "20", "20", "20", "10"});
  book.assessments.back().part = Part::bonus;
  std::vector<Mark> marks(36, mark("15"));
  marks.push_back(mark("3"));
  // (36·15 + 0.5·6) / 36.5 = 14.88
  BOOST_TEST(shown(gepi, book, marks) == "14.9");
  book.assessments.back().maximum = 40;
  marks.back() = mark("39");
  BOOST_TEST(shown(gepi, book, marks) == "15");
  const Explanation told = Evaluator(gepi, book).explain({.marks = marks});
  BOOST_TEST((told.marks.back().fate == Fate::bonus_too_low));
}

BOOST_AUTO_TEST_CASE(gepi_takes_optional_marks_in_their_order) {
  Book book = plain_book(3);
  book.assessments[1].part = book.assessments[2].part = Part::optional;
  // 11 raises 10 to 10.5; then 20 raises that to 13.66, while 20 alone would have made 15.
  BOOST_TEST(exact(gepi, book, {mark("10"), mark("11"), mark("20")}) == "137/10");
  BOOST_TEST(exact(fr_exact, book, {mark("10"), mark("11"), mark("20")}) == "15");
}

BOOST_AUTO_TEST_CASE(gepi_raises_the_coefficient_of_the_largest_number) {
  Book book = on({"20", "40"});
  BoxRule rule = gepi.root;
  rule.extremes.best_more = 1;
  book.boxes[0].rule = rule;
  // 20/40 is the larger number: its coefficient 1 becomes 2, and weighs 4 of 5: (18 + 4·10) / 5.
  BOOST_TEST(exact(gepi, book, {mark("18"), mark("20")}) == "58/5");
}

BOOST_AUTO_TEST_CASE(entcore_rounds_each_sub_subject_and_forgets_marks_outside_of_them) {
  Book book = plain_book(3);
  book.boxes.push_back({.parent = 0});
  book.boxes.push_back({.parent = 0, .coefficient = 2});
  book.assessments[1].box = 1;
  book.assessments[2].box = 2;
  const std::vector<Mark> marks{mark("20"), mark("8.25"), mark("11.14")};
  // (8.3 + 2·11.1) / 3 = 10.17
  BOOST_TEST(shown(entcore, book, marks) == "10.2");
  const Explanation told = Evaluator(entcore, book).explain({.marks = marks});
  BOOST_TEST((told.marks[0].fate == Fate::beside_boxes));
  BOOST_TEST(told.inner[1].value.text() == "83/10");
}

// competences, bean/StatEleve: sub-subjects are those in which this pupil has a mark; without any, all marks of the subject count.
BOOST_AUTO_TEST_CASE(entcore_counts_marks_outside_of_sub_subjects_for_who_has_none_in_them) {
  Book book = plain_book(2);
  book.boxes.push_back({.parent = 0});
  book.assessments[1].box = 1;
  const std::vector<Mark> outside{mark("14"), Mark{}}, both{mark("14"), mark("10")};
  BOOST_TEST(shown(entcore, book, outside) == "14");
  BOOST_TEST(shown(entcore, book, both) == "10");
}

BOOST_AUTO_TEST_CASE(names_find_their_presets) {
  for (const Policy* policy : presets()) BOOST_TEST(find_preset(policy->name) == policy);
  BOOST_TEST(find_preset("fr_exact") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
