// In which boxes marks stand, out of what was said in several groups and on several days.
#include "gradebook/box_tree.hpp"

#include <boost/test/unit_test.hpp>

#include "gradebook/averages.hpp"
#include "gradebook/engine/presets.hpp"
#include "gradebook/subject_book.hpp"

using namespace ent;
using namespace ent::gradebook;

namespace {

constexpr Date day(int month, unsigned of_month) {
  return std::chrono::year{month < 9 ? 2027 : 2026} / month / static_cast<int>(of_month);
}

const Span term{day(9, 1), day(11, 30)};

Box box(const char* code, int coefficient = 1, const char* around = nullptr) {
  Box made;
  made.code = made.name = code;
  made.coefficient = coefficient;
  if (around != nullptr) made.parent_code = around;
  return made;
}

SaidBoxes said(std::int64_t group, Date from, std::vector<Box> boxes, std::int32_t drop_lowest = 0) {
  SaidBoxes made{group, "MATHS", from, {std::move(boxes), {}}};
  if (drop_lowest != 0) made.tree.rules.drop_lowest = drop_lowest;
  return made;
}

/// "ORAL 1, DS 2 in ORAL; drops 1"
std::string told(const BoxTree& tree) {
  std::string text;
  for (const Box& one : tree.boxes) {
    text += (text.empty() ? "" : ", ") + one.code + " " + one.coefficient.text();
    if (one.parent_code) text += " in " + *one.parent_code;
  }
  if (tree.rules.drop_lowest) text += "; drops " + std::to_string(*tree.rules.drop_lowest);
  return text;
}

std::string over(const Span& days, const std::vector<SaidBoxes>& sets, std::vector<std::int64_t> groups = {1}) {
  return told(tree_over(days, sets, groups));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(box_tree)

BOOST_AUTO_TEST_CASE(what_holds_on_the_first_day) {
  const std::vector sets{said(1, day(9, 1), {box("ORAL"), box("DS", 2, "ORAL")}, 1), said(1, day(12, 1), {box("ORAL", 5)}, 2)};
  BOOST_TEST(over(term, sets) == "ORAL 1, DS 2 in ORAL; drops 1");
  BOOST_TEST(over({day(12, 1), day(12, 31)}, sets) == "ORAL 5; drops 2");
  BOOST_TEST(over({day(12, 2), day(12, 31)}, sets) == "ORAL 5; drops 2");
  BOOST_TEST(over({day(8, 1) - std::chrono::days{400}, day(9, 1) - std::chrono::days{1}}, sets) == "");
  BOOST_TEST(over(term, {}) == "");
}

BOOST_AUTO_TEST_CASE(what_is_said_inside_the_days_is_added_and_changes_nothing) {
  const std::vector sets{said(1, day(9, 1), {box("ORAL")}), said(1, day(10, 1), {box("ORAL", 5), box("DS", 2, "ORAL")}, 3),
                         said(1, day(11, 30), {box("DS", 7), box("TP")}, 4), said(1, day(12, 1), {box("CM")})};
  BOOST_TEST(over(term, sets) == "ORAL 1, DS 2 in ORAL, TP 1");
  // Nothing was said before: the first that is said inside holds, with its rules.
  BOOST_TEST(over({day(9, 15), day(10, 31)}, {sets[1]}) == "ORAL 5, DS 2 in ORAL; drops 3");
  // The year has the boxes of all its terms, each as it was first.
  BOOST_TEST(over({day(9, 1), day(7, 2)}, sets) == "ORAL 1, DS 2 in ORAL, TP 1, CM 1");
}

BOOST_AUTO_TEST_CASE(of_several_groups_that_of_the_latest_mark_comes_first) {
  const std::vector sets{said(1, day(9, 1), {box("ORAL"), box("TP", 4)}, 1), said(2, day(9, 1), {box("ORAL", 3), box("DS", 2, "ORAL")}, 2)};
  BOOST_TEST(over(term, sets, {2, 1}) == "ORAL 3, DS 2 in ORAL, TP 4; drops 2");
  BOOST_TEST(over(term, sets, {1, 2}) == "ORAL 1, TP 4, DS 2 in ORAL; drops 1");
  BOOST_TEST(over(term, sets, {2}) == "ORAL 3, DS 2 in ORAL; drops 2");
  // A group of which nothing is said says nothing of the whole either.
  BOOST_TEST(over(term, sets, {3, 1}) == "ORAL 1, TP 4; drops 1");
  BOOST_TEST(over(term, sets, {}) == "");
}

BOOST_AUTO_TEST_CASE(what_holds_on_one_day) {
  const std::vector sets{said(1, day(9, 1), {box("ORAL")}), said(1, day(10, 1), {box("DS")})};
  BOOST_TEST((holding(sets, day(9, 1) - std::chrono::days{1}) == nullptr));
  BOOST_TEST(told(holding(sets, day(9, 1))->tree) == "ORAL 1");
  BOOST_TEST(told(holding(sets, day(9, 30))->tree) == "ORAL 1");
  BOOST_TEST(told(holding(sets, day(10, 1))->tree) == "DS 1");
}

BOOST_AUTO_TEST_CASE(rules_of_a_box_are_those_of_the_policy_but_for_what_is_said) {
  Formula formula{engine::gepi, "gepi", {}};
  BoxTree tree{{box("A"), box("B", 1, "A")}, {}};
  tree.boxes[0].rules = BoxRules{.preset = "moodle-median", .drop_lowest = 2};
  tree.boxes[1].rules = BoxRules{.step = Decimal::of_millionths(500'000), .rounding = RoundingRule::down};
  tree.rules = {.gather = Gather::boxes_if_any, .missing = MissingRule::zero, .best_more = Decimal(2)};
  const SubjectBook made(formula, tree);
  const auto& boxes = made.book().boxes;
  BOOST_REQUIRE(boxes.size() == 3U);
  BOOST_TEST((boxes[0].rule->gather == engine::Gather::boxes_if_any));
  BOOST_TEST((boxes[0].rule->missing == engine::Treatment::zero));
  BOOST_TEST((boxes[0].rule->extremes.best_more == Decimal(2)));
  BOOST_TEST((boxes[0].rule->rounding.toward == engine::Toward::up));
  BOOST_TEST((boxes[1].rule->aggregate == engine::Aggregate::median));
  BOOST_TEST(boxes[1].rule->drops.lowest == 2);
  BOOST_TEST((boxes[1].rule->rounding.step == Decimal(0)));
  BOOST_TEST((boxes[2].parent == 1 && boxes[2].rule->rounding.toward == engine::Toward::down));
  BOOST_TEST((boxes[2].rule->rounding.step == Decimal::of_millionths(500'000)));
  formula.rounds_between = false;
  BOOST_TEST((SubjectBook(formula, tree).book().boxes[2].rule->rounding.step == Decimal(0)));
}

BOOST_AUTO_TEST_CASE(what_has_no_box_stands_in_the_whole) {
  SubjectBook made({engine::fr_exact, "fr-exact", {}}, {{box("A"), box("B", 1, "A")}, {}});
  Assessment assessment;
  for (const char* const code : {"B", "A", "C"}) {
    assessment.box_code = code;
    made.add(assessment);
  }
  assessment.box_code.reset();
  made.add(assessment);
  const auto& added = made.book().assessments;
  BOOST_TEST((added[0].box == 2 && added[1].box == 1 && added[2].box == 0 && added[3].box == 0));
}

BOOST_AUTO_TEST_CASE(where_it_matters_what_is_missing) {
  const Formula plain{engine::fr_exact, "fr-exact", {}};
  std::vector sets{said(1, day(9, 1), {box("A"), box("B", 1, "A")})};
  BOOST_TEST(!looks_at_missing(plain, sets));
  sets[0].tree.boxes[1].rules = BoxRules{.missing = MissingRule::zero};
  BOOST_TEST(looks_at_missing(plain, sets));
  BOOST_TEST(!looks_at_maxima(plain, sets));
  sets[0].tree.boxes[1].rules = BoxRules{.preset = "moodle-natural"};
  BOOST_TEST((looks_at_missing(plain, sets) && looks_at_maxima(plain, sets)));
  BOOST_TEST(looks_at_maxima({engine::moodle_natural, "moodle-natural", {}}, {}));
}

// Three pupils of two groups with boxes of their own: one of the first, one of the second, one who has gone from one to the other.
BOOST_AUTO_TEST_CASE(each_pupil_of_a_class_by_the_boxes_of_their_own_groups) {
  const Formula formula{engine::fr_exact, "fr-exact", {}};
  const std::vector sets{said(1, day(9, 1), {box("ORAL", 3)}), said(2, day(9, 1), {box("ORAL", 1)})};
  const auto asked_on = [](std::int64_t id, std::int64_t group, Date date, const char* code) {
    return BareAssessment{AssessmentId{id}, group, "MATHS", code, date, {}};
  };
  const std::vector assessments{asked_on(1, 1, day(9, 8), "ORAL"), asked_on(2, 1, day(9, 9), ""), asked_on(3, 2, day(10, 8), "ORAL"),
                                asked_on(4, 2, day(10, 9), "")};
  const auto mark = [](std::int64_t member, std::int64_t id, int value) {
    return rows::GroupMark{member, AssessmentId{id}, MarkKind::number, value};
  };
  const std::vector marks{mark(1, 1, 8), mark(3, 1, 8), mark(1, 2, 16), mark(2, 3, 8), mark(2, 4, 16), mark(3, 4, 16)};
  const std::vector<Counted> pupils{{1, {}}, {2, {}}, {3, {}}, {4, {}}};
  const auto outcomes = outcomes_of({formula, sets, term}, assessments, placed_by_subject({{"MATHS", assessments}}, marks, pupils).at("MATHS"), pupils, {});
  BOOST_REQUIRE(outcomes.size() == 4U);
  BOOST_TEST(outcomes[0].value.text() == "10");  // (3 × 8 + 16) / 4
  BOOST_TEST(outcomes[1].value.text() == "12");  // (8 + 16) / 2
  BOOST_TEST(outcomes[2].value.text() == "12");  // by the boxes of the second group, in which the latest mark is
  BOOST_TEST(!outcomes[3].exists());
}

BOOST_AUTO_TEST_SUITE_END()
