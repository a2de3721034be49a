// What makes assessments and entries well-formed.
#include "gradebook/rules.hpp"

#include <boost/test/unit_test.hpp>

#include "gradebook/mark_kinds.hpp"

namespace {

using namespace ent::gradebook;
using ent::Decimal;

std::string told(const std::optional<ent::Error>& error) {
  std::string text;
  if (!error) return text;
  for (const auto& field : error->fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
  return text;
}

Decimal number(const char* text) { return Decimal::parse(text).value(); }

AddAssessment fractions() { return {.service_id = {1}, .name = "Fractions"}; }

Assessment out_of_ten() {
  Assessment assessment;
  assessment.maximum = 10;
  return assessment;
}

/// Of as many entries as any of these tests has.
const std::vector<engine::EntryRule> usual(3);

EnterMarks one(const Entry& entry) { return {.id = {1}, .items = {entry}}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(gradebook_rules)

BOOST_AUTO_TEST_CASE(an_assessment_has_a_name_a_scale_and_a_coefficient) {
  BOOST_TEST(told(well_formed(fractions())) == "");
  AddAssessment input = fractions();
  input.name = "  ";
  input.maximum = 0;
  input.coefficient = number("100.01");
  BOOST_TEST(told(well_formed(input)) == "/name text.too_short; /maximum field.range; /coefficient field.range");
  input = fractions();
  input.maximum = number("12.345");
  input.coefficient = 0;
  BOOST_TEST(told(well_formed(input)) == "/maximum gradebook.too_many_decimals");
}

BOOST_AUTO_TEST_CASE(a_mark_lies_on_its_scale) {
  const Assessment assessment = out_of_ten();
  BOOST_TEST(told(well_formed(one({.pupil_id = {7}, .value = number("10")}), assessment, usual)) == "");
  BOOST_TEST(told(well_formed(one({.pupil_id = {7}, .value = number("0")}), assessment, usual)) == "");
  BOOST_TEST(told(well_formed(one({.pupil_id = {7}, .value = number("10.01")}), assessment, usual)) ==
             "/items/0/value gradebook.above_maximum");
  BOOST_TEST(told(well_formed(one({.pupil_id = {7}, .value = number("-0.5")}), assessment, usual)) == "/items/0/value field.range");
  BOOST_TEST(told(well_formed(one({.pupil_id = {7}, .value = number("7.125")}), assessment, usual)) ==
             "/items/0/value gradebook.too_many_decimals");
}

BOOST_AUTO_TEST_CASE(an_entry_is_a_number_or_a_kind_or_nothing) {
  const Assessment assessment = out_of_ten();
  const Entry both{.pupil_id = {7}, .value = number("5"), .kind = MarkKind::absent};
  const Entry said_twice{.pupil_id = {7}, .value = number("5"), .kind = MarkKind::number};
  const Entry without{.pupil_id = {7}, .kind = MarkKind::number};
  BOOST_TEST(told(well_formed(one(both), assessment, usual)) == "/items/0/kind gradebook.value_and_kind");
  BOOST_TEST(told(well_formed(one(said_twice), assessment, usual)) == "");
  BOOST_TEST(told(well_formed(one(without), assessment, usual)) == "/items/0/kind gradebook.value_and_kind");
  const Entry provisional{.pupil_id = {7}, .value = number("5"), .kind = MarkKind::provisional};
  const Entry unsaid{.pupil_id = {7}, .kind = MarkKind::provisional};
  BOOST_TEST(told(well_formed(one(provisional), assessment, usual)) == "");
  BOOST_TEST(told(well_formed(one(unsaid), assessment, usual)) == "/items/0/kind gradebook.value_and_kind");
  BOOST_TEST((kind_said({}, {}) == MarkKind::not_entered));
  BOOST_TEST((kind_said({}, MarkKind::exempt) == MarkKind::exempt));
  BOOST_TEST((kind_said(number("5"), {}) == MarkKind::number));
  BOOST_TEST((kind_said(number("5"), MarkKind::provisional) == MarkKind::provisional));
}

BOOST_AUTO_TEST_CASE(each_pupil_comes_once) {
  EnterMarks input{.id = {1}, .items = {{.pupil_id = {7}}, {.pupil_id = {8}}, {.pupil_id = {7}}}};
  BOOST_TEST(told(well_formed(input, out_of_ten(), usual)) == "/items/2/pupil_id field.repeated");
}

BOOST_AUTO_TEST_CASE(what_is_left_out_of_a_change_stays) {
  Assessment before = out_of_ten();
  before.name = "Fractions";
  before.coefficient = 2;
  const Assessment after = changed(before, {.id = {1}, .name = " Décimaux ", .formative = true});
  BOOST_TEST(after.name == "Décimaux");
  BOOST_TEST(after.formative);
  BOOST_TEST((after.coefficient == Decimal(2)));
  BOOST_TEST((after.maximum == Decimal(10)));
}

BOOST_AUTO_TEST_CASE(a_span_has_a_day_and_no_more_than_a_year) {
  const ent::Date day{std::chrono::year{2026} / std::chrono::September / 1};
  BOOST_TEST(told(well_formed_span(day, day)) == "");
  BOOST_TEST(told(well_formed_span(day, day - std::chrono::days{1})) == "/last_day period.empty");
  BOOST_TEST(told(well_formed_span(day, day + std::chrono::days{400})) == "");
  BOOST_TEST(told(well_formed_span(day, day + std::chrono::days{401})) == "/last_day field.range");
}

BOOST_AUTO_TEST_SUITE_END()
