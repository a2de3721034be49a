// The default policy, on the marks of one class and by its rules one at a time.
#include <boost/test/unit_test.hpp>

#include "books.hpp"
#include "gradebook/engine/overall.hpp"
#include "gradebook/engine/statistics.hpp"

namespace {

using namespace ent::gradebook::engine;

/// 12/20 coefficient 1, 15/20 coefficient 2, 8/10 coefficient 1, and a fourth that she missed.
Book term() {
  Book book = plain_book(4);
  book.assessments[1].coefficient = 2;
  book.assessments[2].maximum = 10;
  return book;
}

std::vector<Mark> four(Mark last) { return {mark("12"), mark("15"), mark("8"), last}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(fr_exact_averages)

BOOST_AUTO_TEST_CASE(marks_are_brought_to_twenty_and_weigh_their_coefficient) {
  BOOST_TEST(shown(fr_exact, term(), four(mark(MarkKind::absent))) == "14.5");
}

BOOST_AUTO_TEST_CASE(a_kind_without_number_is_left_out_and_two_count_zero) {
  for (const MarkKind kind : {MarkKind::absent, MarkKind::exempt, MarkKind::unfit, MarkKind::not_graded,
                              MarkKind::not_handed_in, MarkKind::congratulations, MarkKind::not_entered,
                              MarkKind::own_left_out}) {
    BOOST_TEST(shown(fr_exact, term(), four(mark(kind))) == "14.5");
  }
  for (const MarkKind kind : {MarkKind::absent_zero, MarkKind::not_handed_in_zero, MarkKind::own_zero}) {
    BOOST_TEST(shown(fr_exact, term(), four(mark(kind))) == "11.6");
  }
}

// Without it (12 + 2 × 15 + 16) / 4 = 14.5; with it (58 + 10) / 5 = 13.6.
BOOST_AUTO_TEST_CASE(a_provisional_number_counts_where_what_is_missing_does) {
  const std::vector<Mark> marks = four({.value = number("10"), .kind = MarkKind::provisional});
  BOOST_TEST(shown(fr_exact, term(), marks) == "14.5");
  BOOST_TEST(shown(fr_exact, term(), marks, {.figure = Figure::so_far}) == "14.5");
  BOOST_TEST(shown(fr_exact, term(), marks, {.figure = Figure::if_nothing_more}) == "13.6");
  Policy strict = fr_exact;
  strict.root.missing = Treatment::zero;
  BOOST_TEST(shown(strict, term(), marks) == "13.6");
  BOOST_TEST(shown(strict, term(), marks, {.figure = Figure::so_far}) == "14.5");
}

BOOST_AUTO_TEST_CASE(an_optional_mark_counts_only_if_it_raises) {
  Book book = term();
  book.assessments[3].part = Part::optional;
  BOOST_TEST(shown(fr_exact, book, four(mark("10"))) == "14.5");
  BOOST_TEST(shown(fr_exact, book, four(mark("14.5"))) == "14.5");
  BOOST_TEST(shown(fr_exact, book, four(mark("18"))) == "15.2");
}

BOOST_AUTO_TEST_CASE(optional_marks_alone_raise_nothing) {
  Book book = plain_book(1);
  book.assessments[0].part = Part::optional;
  BOOST_TEST(shown(fr_exact, book, {mark("18")}).empty());
}

BOOST_AUTO_TEST_CASE(a_bonus_adds_points_above_half_to_the_sum_alone) {
  Book book = term();
  book.assessments[3].part = Part::bonus;
  BOOST_TEST(shown(fr_exact, book, four(mark("13"))) == "15.25");
  BOOST_TEST(shown(fr_exact, book, four(mark("10"))) == "14.5");
  BOOST_TEST(shown(fr_exact, book, four(mark("3"))) == "14.5");
}

BOOST_AUTO_TEST_CASE(nothing_is_capped) {
  Book book = plain_book(2);
  book.assessments[1].part = Part::bonus;
  BOOST_TEST(shown(fr_exact, book, {mark("20"), mark("14")}) == "24");
}

BOOST_AUTO_TEST_CASE(half_goes_away_from_zero_and_only_when_shown) {
  const Book book = plain_book(4);
  const std::vector<Mark> marks{mark("8.5"), mark("8"), mark("8"), mark("8")};
  BOOST_TEST(shown(fr_exact, book, marks) == "8.13");
  BOOST_TEST(exact(fr_exact, book, marks) == "65/8");
  BOOST_TEST(shown(fr_exact, book, {mark("-8.5"), mark("-8"), mark("-8"), mark("-8")}) == "-8.13");
}

BOOST_AUTO_TEST_CASE(who_has_no_number_has_no_average) {
  const Book book = plain_book(2);
  const Evaluator evaluator(fr_exact, book);
  const std::vector<Mark> excused{mark(MarkKind::absent), mark(MarkKind::exempt)};
  BOOST_TEST((evaluator.average({.marks = excused}).standing == Standing::left_out));
  const std::vector<Mark> nothing(2);
  BOOST_TEST((evaluator.average({.marks = nothing}).standing == Standing::no_mark));
  Book weightless = plain_book(2);
  for (Assessment& assessment : weightless.assessments) assessment.coefficient = 0;
  const std::vector<Mark> marks{mark("12"), mark("13")};
  BOOST_TEST((Evaluator(fr_exact, weightless).average({.marks = marks}).standing == Standing::no_weight));
}

BOOST_AUTO_TEST_CASE(what_comes_of_a_missing_mark_is_asked_for) {
  const std::vector<Mark> marks = four(mark(MarkKind::not_entered));
  BOOST_TEST(shown(fr_exact, term(), marks, {.figure = Figure::so_far}) == "14.5");
  BOOST_TEST(shown(fr_exact, term(), marks, {.figure = Figure::if_nothing_more}) == "11.6");
}

BOOST_AUTO_TEST_CASE(formative_omitted_hidden_and_excused_are_told_apart) {
  Book book = plain_book(5);
  book.assessments[1].formative = true;
  book.assessments[2].omitted = true;
  book.assessments[3].hidden = true;
  const std::vector<Mark> marks{mark("12"), mark("1"), mark("2"), mark("20"), mark(MarkKind::exempt)};
  const Explanation seen = Evaluator(fr_exact, book).explain({.marks = marks}, {.hidden_too = false});
  BOOST_TEST((seen.marks[0].fate == Fate::counted));
  BOOST_TEST((seen.marks[1].fate == Fate::formative));
  BOOST_TEST((seen.marks[2].fate == Fate::omitted));
  BOOST_TEST((seen.marks[3].fate == Fate::hidden));
  BOOST_TEST((seen.marks[4].fate == Fate::left_out));
  BOOST_TEST(seen.shown.text() == "12");
  BOOST_TEST(shown(fr_exact, book, marks) == "16");
}

BOOST_AUTO_TEST_CASE(each_mark_says_what_it_moves) {
  const Book book = term();
  const Explanation told = Evaluator(fr_exact, book).explain({.marks = four(mark(MarkKind::absent))});
  // Without it: (15·2 + 16) / 3, (12 + 16) / 2, (12 + 15·2) / 3.
  BOOST_TEST(told.marks[0].influence->text() == "-5/6");
  BOOST_TEST(told.marks[1].influence->text() == "1/2");
  BOOST_TEST(told.marks[2].influence->text() == "1/2");
  BOOST_TEST(!told.marks[3].influence);
  BOOST_TEST(told.marks[2].brought.text() == "16");
  BOOST_TEST(told.marks[1].weight.text() == "2");
  BOOST_TEST(told.outcome.exact.text() == "29/2");
}

// 5, 10 and 15 without the lowest: 12.5. Without the 5 it is the 10 that goes: 15. Without the 10 or the 15, the other of them stays.
BOOST_AUTO_TEST_CASE(a_mark_that_is_dropped_moves_the_average_too) {
  Book book = plain_book(3);
  book.boxes[0].rule = fr_exact.root;
  book.boxes[0].rule->drops.lowest = 1;
  const Explanation told = Evaluator(fr_exact, book).explain({.marks = std::vector<Mark>{mark("5"), mark("10"), mark("15")}});
  BOOST_TEST((told.marks[0].fate == Fate::dropped_lowest));
  BOOST_TEST(told.marks[0].influence->text() == "-5/2");
  BOOST_TEST(told.marks[1].influence->text() == "-5/2");
  BOOST_TEST(told.marks[2].influence->text() == "5/2");
}

BOOST_AUTO_TEST_CASE(the_lowest_marks_may_be_dropped_and_the_last_one_stays) {
  Book book = plain_book(3);
  BoxRule rule = fr_exact.root;
  rule.drops.lowest = 1;
  book.boxes[0].rule = rule;
  BOOST_TEST(shown(fr_exact, book, {mark("10"), mark("14"), mark("4")}) == "12");
  BOOST_TEST(shown(fr_exact, book, {mark("10"), mark(MarkKind::absent), mark(MarkKind::absent)}) == "10");
}

BOOST_AUTO_TEST_CASE(a_class_is_the_mean_of_its_pupils) {
  const std::vector<std::optional<Rational>> group{Rational(29, 2), Rational(65, 8), Rational(11), std::nullopt};
  const Statistics all = statistics(group);
  BOOST_TEST(all.pupils == 4U);
  BOOST_TEST(all.marked == 3U);
  BOOST_TEST(all.mean.rounded(Toward::nearest, Rational(1, 100)).text() == "1121/100");
  BOOST_TEST(all.minimum.text() == "65/8");
  BOOST_TEST(all.maximum.text() == "29/2");
  BOOST_TEST(all.median.text() == "11");
  BOOST_TEST(!shown_to_families(all.marked));
  BOOST_TEST(shown_to_families(5));
}

BOOST_AUTO_TEST_CASE(equal_ones_share_a_rank_and_the_next_is_left_out) {
  const auto value = [](const char* text) { return std::optional<ent::Decimal>(number(text)); };
  const std::vector<std::optional<ent::Decimal>> shown{value("12"), value("15"), std::nullopt, value("12"), value("9")};
  const std::vector<std::uint32_t> expected{2, 1, 0, 2, 4};
  BOOST_TEST(ranks(shown) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(subjects_make_a_general_average) {
  const std::vector<Subject> subjects{
      {.average = Rational(29, 2), .coefficient = 3},
      {.average = Rational(8), .coefficient = 1},
      {.average = std::nullopt, .coefficient = 4},
      {.average = Rational(9), .coefficient = 2, .mode = SubjectMode::from_half},
      {.average = Rational(13), .coefficient = 2, .mode = SubjectMode::bonus},
  };
  // (14.5·3 + 8 + 2·3) / 4
  BOOST_TEST(overall(fr_exact.general, fr_exact.scale, subjects).exact.text() == "115/8");
}

BOOST_AUTO_TEST_SUITE_END()
