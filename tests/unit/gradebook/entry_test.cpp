// Text to mark: what is taken, and why the rest is not.
#include "gradebook/engine/entry.hpp"

#include <boost/test/unit_test.hpp>

#include "books.hpp"

namespace {

using namespace ent::gradebook::engine;

std::string told(std::string_view text, const Assessment& assessment = {}, const EntryRule& rule = {}) {
  const Entry entry = read_mark(text, assessment, rule);
  if (entry.fault != EntryFault::none) return std::string(word(entry.fault));
  return entry.mark.kind == MarkKind::number ? entry.mark.value.text()
                                             : std::to_string(static_cast<int>(entry.mark.kind));
}

std::string kind(MarkKind of) { return std::to_string(static_cast<int>(of)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(mark_entry)

BOOST_AUTO_TEST_CASE(one_number_with_comma_or_point) {
  BOOST_TEST(told("12") == "12");
  BOOST_TEST(told("12,5") == "12.5");
  BOOST_TEST(told("12.25") == "12.25");
  BOOST_TEST(told(" 8 ") == "8");
  BOOST_TEST(told("20") == "20");
  BOOST_TEST(told("0") == "0");
}

BOOST_AUTO_TEST_CASE(what_is_not_one_number_is_refused) {
  for (const char* text : {"12..5", "1,2,3", "abc", "12 5", "1e1", "+12", "12,", ",5", "12/20", "0x10", "NaN", "--3",
                           "12.5.", "１２", "?", "--", "abs?", "a.", "…"}) {
    BOOST_TEST(told(text) == "not_a_mark", text);
  }
}

BOOST_AUTO_TEST_CASE(a_number_outside_its_scale_is_refused_with_its_reason) {
  BOOST_TEST(told("-3") == "negative");
  BOOST_TEST(told("25") == "above_maximum");
  BOOST_TEST(told("20.01") == "above_maximum");
  BOOST_TEST(told("12.345") == "too_many_decimals");
  BOOST_TEST(told("2", {.minimum = 5}) == "below_minimum");
  BOOST_TEST(told("12.25", {}, {.decimals = 1}) == "too_many_decimals");
}

BOOST_AUTO_TEST_CASE(a_policy_may_allow_more) {
  BOOST_TEST(told("-3", {}, {.negative = true}) == "-3");
  BOOST_TEST(told("25", {}, {.above_maximum = true}) == "25");
  BOOST_TEST(told("12.345678", {}, {.decimals = 6}) == "12.345678");
}

BOOST_AUTO_TEST_CASE(words_stand_for_kinds) {
  BOOST_TEST(told("abs") == kind(MarkKind::absent));
  BOOST_TEST(told("Abs") == kind(MarkKind::absent));
  BOOST_TEST(told("DISP") == kind(MarkKind::exempt));
  BOOST_TEST(told("inap") == kind(MarkKind::unfit));
  BOOST_TEST(told("N.Not") == kind(MarkKind::not_graded));
  BOOST_TEST(told("NN") == kind(MarkKind::not_graded));
  BOOST_TEST(told("-") == kind(MarkKind::not_graded));
  BOOST_TEST(told("nr") == kind(MarkKind::not_handed_in));
  BOOST_TEST(told("abs0") == kind(MarkKind::absent_zero));
  BOOST_TEST(told("nr0") == kind(MarkKind::not_handed_in_zero));
  BOOST_TEST(told("Félicitations") == kind(MarkKind::congratulations));
  BOOST_TEST(told("  ") == kind(MarkKind::not_entered));
}

BOOST_AUTO_TEST_CASE(a_school_has_words_of_its_own) {
  const std::vector<KindWord> own{{"stage", MarkKind::own_left_out}, {"fraude", MarkKind::own_zero}};
  BOOST_TEST((read_mark("Stage", {}, {}, own).mark.kind == MarkKind::own_left_out));
  BOOST_TEST((read_mark("fraude", {}, {}, own).mark.kind == MarkKind::own_zero));
  BOOST_TEST((read_mark("abs", {}, {}, own).mark.kind == MarkKind::absent));
}

BOOST_AUTO_TEST_SUITE_END()
