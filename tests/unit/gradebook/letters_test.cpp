#include "gradebook/letters.hpp"

#include <boost/test/unit_test.hpp>

#include "gradebook/engine/presets.hpp"

using namespace ent;
using namespace ent::gradebook;
using base::Rational;

namespace {

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

Formula formula_with(const engine::Policy& policy, Letters letters) {
  Formula formula;
  formula.policy = policy;
  formula.letters = completed(std::move(letters));
  return formula;
}

std::string letter(const Formula& formula, const Rational& value, const Rational& maximum) {
  engine::Outcome outcome;
  outcome.standing = engine::Standing::average;
  outcome.value = value;
  outcome.maximum = maximum;
  return letter_of(formula, outcome).value_or("none");
}

std::string refusals(const Letters& letters) {
  base::Fields fields;
  check_letters(fields, letters);
  const auto error = fields.error();
  std::string text;
  if (!error) return "none";
  for (const FieldError& field : error->fields) text += (text.empty() ? "" : ", ") + field.path + " " + field.reason;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(letters)

// Moodle, grade/tests/behat/grade_format_as_letters: 297.9 of 331 are 90 hundredths and A-, though binary numbers made it B+.
BOOST_AUTO_TEST_CASE(a_bound_is_reached_exactly) {
  const Formula moodle = formula_with(engine::moodle_natural, {.preset = "moodle"});
  BOOST_TEST(letter(moodle, Rational(2979, 10), Rational(331)) == "A-");
  BOOST_TEST(letter(moodle, Rational(29789, 100), Rational(331)) == "B+");
  BOOST_TEST(letter(moodle, Rational(331), Rational(331)) == "A");
  BOOST_TEST(letter(moodle, Rational(0), Rational(331)) == "F");
}

// 89.996 hundredths are shown as 90.00: Canvas rounds first, Moodle does not.
BOOST_AUTO_TEST_CASE(by_what_is_shown_or_exactly) {
  const Rational almost(89996, 1000);
  BOOST_TEST(letter(formula_with(engine::canvas_points, {.preset = "canvas"}), almost, Rational(100)) == "A-");
  BOOST_TEST(letter(formula_with(engine::canvas_points, {.preset = "moodle"}), almost, Rational(100)) == "B+");
  BOOST_TEST(letter(formula_with(engine::canvas_points, {.preset = "canvas", .exact = true}), almost, Rational(100)) == "B+");
}

BOOST_AUTO_TEST_CASE(what_is_outside_has_the_nearest) {
  const Formula fifths = formula_with(engine::fr_exact, {.preset = "fifths"});
  BOOST_TEST(letter(fifths, Rational(-3), Rational(20)) == "E");
  BOOST_TEST(letter(fifths, Rational(23), Rational(20)) == "A");
  BOOST_TEST(letter(fifths, Rational(16), Rational(20)) == "A");
  BOOST_TEST(letter(fifths, Rational(1599, 100), Rational(20)) == "B");
}

BOOST_AUTO_TEST_CASE(points_of_different_maxima_have_no_letter_together) {
  BOOST_TEST((overall_letter_of(formula_with(engine::fr_exact, {.preset = "fifths"}), engine::fr_exact.shown.general, Rational(12)) == "B"));
  BOOST_TEST((!overall_letter_of(formula_with(engine::moodle_natural, {.preset = "moodle"}), engine::moodle_natural.shown.general, Rational(12))));
  BOOST_TEST((!overall_letter_of(formula_with(engine::fr_exact, {.preset = "fifths"}), engine::fr_exact.shown.general, std::nullopt)));
  BOOST_TEST((!letter_of(formula_with(engine::fr_exact, {.preset = "fifths"}), engine::Outcome{})));
}

BOOST_AUTO_TEST_CASE(bounds_go_down_to_nothing) {
  BOOST_TEST(refusals({.items = {{"Acquis", decimal("62.5")}, {"Non acquis", 0}}}) == "none");
  BOOST_TEST(refusals({.preset = "moodle"}) == "none");
  BOOST_TEST(refusals({.preset = "moodel"}) == "/letters/preset gradebook.no_letters");
  BOOST_TEST(refusals({.preset = "moodle", .items = {{"A", 0}}}) == "/letters/items field.range");
  BOOST_TEST(refusals({}) == "/letters/items field.range");
  BOOST_TEST(refusals({.items = {{"A", 50}, {"B", 50}, {"C", 0}}}) == "/letters/items/1/at_least gradebook.letter_bounds");
  BOOST_TEST(refusals({.items = {{"A", 50}, {" A", 10}}}) ==
             "/letters/items/1/label field.repeated, /letters/items/1/at_least gradebook.letter_bounds");
  BOOST_TEST(refusals({.items = {{"", 101}, {"B", decimal("0.001")}, {"C", 0}}}) ==
             "/letters/items/0/label text.too_short, /letters/items/0/at_least field.range, "
             "/letters/items/1/at_least gradebook.too_many_decimals");
}

BOOST_AUTO_TEST_SUITE_END()
