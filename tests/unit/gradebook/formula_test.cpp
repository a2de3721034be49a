#include "gradebook/formula.hpp"

#include <boost/test/unit_test.hpp>

#include "gradebook/engine/presets.hpp"
#include "gradebook/policy_rules.hpp"

using namespace ent;
using namespace ent::gradebook;

namespace {

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

std::string refusals(const std::optional<Error>& error) {
  std::string text;
  if (!error) return "none";
  for (const FieldError& field : error->fields) text += (text.empty() ? "" : ", ") + field.path + " " + field.reason;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formula)

BOOST_AUTO_TEST_CASE(a_step_is_used_where_the_preset_rounds) {
  const engine::Policy exact = policy_of({.preset = "fr-exact", .step = decimal("0.5"), .rounding = RoundingRule::up});
  BOOST_TEST((exact.shown.subject.step == decimal("0.5") && exact.shown.year.toward == engine::Toward::up));
  BOOST_TEST((exact.root.rounding.step == Decimal(0) && exact.general.rounding.step == Decimal(0)));
  const engine::Policy gepi = policy_of({.preset = "gepi", .step = decimal("0.5")});
  BOOST_TEST((gepi.root.rounding.step == decimal("0.5") && gepi.root.rounding.toward == engine::Toward::up));
  BOOST_TEST((gepi.group.mean.step == decimal("0.5") && gepi.shown.general.toward == engine::Toward::nearest));
}

BOOST_AUTO_TEST_CASE(one_kind_of_average_is_rounded_otherwise) {
  const engine::Policy gepi = policy_of({.preset = "gepi", .step = 1, .roundings = {{AverageOf::box, decimal("0.5"), RoundingRule::down}}});
  BOOST_TEST((gepi.box.rounding.step == decimal("0.5") && gepi.box.rounding.toward == engine::Toward::down));
  BOOST_TEST((gepi.shown.box.step == decimal("0.5") && gepi.shown.box.toward == engine::Toward::down));
  BOOST_TEST((gepi.root.rounding.step == Decimal(1) && gepi.root.rounding.toward == engine::Toward::up));
  BOOST_TEST((gepi.shown.subject.step == Decimal(1) && gepi.shown.general.step == Decimal(1)));
  const engine::Policy exact = policy_of({.preset = "fr-exact", .roundings = {{AverageOf::box, decimal("0.5"), {}}}});
  BOOST_TEST((exact.box.rounding.step == Decimal(0) && exact.shown.box.step == decimal("0.5")));
  // entcore shows of years what it has rounded before, and nothing more.
  const engine::Policy entcore = policy_of({.preset = "entcore", .roundings = {{AverageOf::year, decimal("0.5"), RoundingRule::up}}});
  BOOST_TEST((entcore.shown.year.step == decimal("0.5") && entcore.shown.year.toward == engine::Toward::up));
  BOOST_TEST((entcore.shown.subject.step == Decimal(0)));
}

BOOST_AUTO_TEST_CASE(the_rest_goes_to_all_boxes) {
  const engine::Policy policy =
      policy_of({.preset = "pronote", .missing = MissingRule::zero, .best_more = 1, .best_times = 2, .worst_times = 0});
  for (const engine::BoxRule* const rule : {&policy.root, &policy.box}) {
    BOOST_TEST((rule->missing == engine::Treatment::zero));
    BOOST_TEST((rule->extremes.best_more == Decimal(1) && rule->extremes.best_times == Decimal(2)));
    BOOST_TEST((rule->extremes.worst_times == Decimal(0)));
  }
  BOOST_TEST((engine::pronote.root.missing == engine::Treatment::left_out));
}

BOOST_AUTO_TEST_CASE(rules_of_marks_and_years_are_said_otherwise) {
  const Said said{.preset = "gepi", .weigh = WeighRule::equal, .bonus = BonusRule::as_ordinary, .optional = OptionalRule::above_the_others,
                  .year = YearRule::marks};
  const engine::Policy policy = policy_of(said);
  for (const engine::BoxRule* const rule : {&policy.root, &policy.box}) {
    BOOST_TEST((rule->weigh == engine::Weigh::equal && rule->bonus == engine::BonusRule::as_ordinary));
    BOOST_TEST((rule->optional == engine::OptionalRule::above_the_others));
  }
  BOOST_TEST((policy.year_of == engine::YearOf::marks));
  BOOST_TEST(text_of(said) == "gepi; equal weights; bonus as ordinary; optional above the others; year of marks");
}

BOOST_AUTO_TEST_CASE(it_tells_what_is_otherwise) {
  BOOST_TEST(text_of({.preset = "gepi"}) == "gepi");
  BOOST_TEST(text_of({.preset = "fr-exact", .step = decimal("0.1"), .rounding = RoundingRule::down, .missing = MissingRule::zero,
                      .worst_times = decimal("0.5")}) == "fr-exact; step 0.1; rounding down; missing zero; worst times 0.5");
}

BOOST_AUTO_TEST_CASE(which_marks_are_let_in) {
  const engine::EntryRule usual = policy_of({.preset = "pronote"}).entry;
  BOOST_TEST((!usual.negative && !usual.above_maximum && usual.decimals == 2));
  const Said said{.preset = "canvas-points", .negative = true, .above_maximum = false, .decimals = 0};
  const engine::EntryRule rule = policy_of(said).entry;
  BOOST_TEST((rule.negative && !rule.above_maximum && rule.decimals == 0));
  BOOST_TEST(text_of(said) == "canvas-points; negative; not above maximum; decimals 0");
  BOOST_TEST((policy_of({.preset = "canvas-points"}).entry.above_maximum && policy_of({.preset = "gepi"}).entry.decimals == 1));
}

BOOST_AUTO_TEST_CASE(the_division_goes_before_the_level_and_the_level_before_all) {
  Weights weights;
  weights.add(0, "", "MATHS", {3, SubjectMode::ordinary});
  weights.add(0, "4", "MATHS", {4, SubjectMode::ordinary});
  weights.add(7, "", "MATHS", {5, SubjectMode::from_half});
  weights.add(0, "4", "LATIN", {2, SubjectMode::bonus});
  const auto told = [&](const char* subject, const Place& place) {
    const Weight weight = weights.of(std::string(subject), place);
    return weight.coefficient.text() + " " + std::to_string(static_cast<int>(weight.mode));
  };
  BOOST_TEST(told("MATHS", {7, "4"}) == "5 2");
  BOOST_TEST(told("MATHS", {8, "4"}) == "4 1");
  BOOST_TEST(told("MATHS", {8, "3"}) == "3 1");
  BOOST_TEST(told("LATIN", {7, "4"}) == "2 3");
  BOOST_TEST(told("LATIN", {7, "3"}) == "1 1");
  BOOST_TEST((weights.of(std::nullopt, {7, "4"}).coefficient == Decimal(1)));
  weights.add_own(33, "MATHS", {0, SubjectMode::ordinary});
  BOOST_TEST(told("MATHS", {7, "4", 33}) == "0 1");
  BOOST_TEST(told("MATHS", {7, "4", 34}) == "5 2");
  BOOST_TEST(told("LATIN", {7, "4", 33}) == "2 3");
}

BOOST_AUTO_TEST_CASE(what_is_no_policy) {
  const auto with_step = [](const char* step) { return refusals(well_formed(SetPolicy{.policy = "gepi", .step = decimal(step)})); };
  for (const char* const step : {"0.01", "0.05", "0.1", "0.25", "0.5", "1"}) BOOST_TEST(with_step(step) == "none");
  for (const char* const step : {"0", "0.02", "0.3", "2", "-0.5"}) BOOST_TEST(with_step(step) == "/step field.range");
  BOOST_TEST(refusals(well_formed(SetPolicy{.policy = "Gepi", .best_times = 101, .worst_times = -1})) ==
             "/policy gradebook.no_policy, /best_times field.range, /worst_times field.range");
}

BOOST_AUTO_TEST_SUITE_END()
