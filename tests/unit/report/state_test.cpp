// How far a report is, by what is there.
#include "report/state.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent;
using namespace ent::report;
using gradebook::PeriodState;

const Preset& college = preset_for(org::Degree::second, "340", "4");
const Preset& cycle_2 = preset_for(org::Degree::first, "", "CE1");

/// Two subjects, HIST and MATHS.
Report report_with(std::optional<std::string> history, std::optional<std::string> maths, std::optional<std::string> general) {
  Report made;
  made.lines.resize(2);
  made.lines[0].subject_code = "HIST";
  made.lines[0].comment = std::move(history);
  made.lines[1].subject_code = "MATHS";
  made.lines[1].comment = std::move(maths);
  made.general_comment = std::move(general);
  return made;
}

State state(const Report& made, PeriodState period = PeriodState::open, bool issued = false) {
  return state_of(made, missing_in(made, college, {true, true}), period, issued);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_state)

BOOST_AUTO_TEST_CASE(comes_from_what_is_there) {
  BOOST_TEST((state(report_with({}, {}, {})) == State::empty));
  BOOST_TEST((state(report_with("Bien", {}, {})) == State::teachers));
  BOOST_TEST((state(report_with("Bien", {}, "Bien")) == State::mixed));
  BOOST_TEST((state(report_with({}, {}, "Bien")) == State::mixed));
  BOOST_TEST((state(report_with("Bien", "Bien", {})) == State::synthesis));
  BOOST_TEST((state(report_with("Bien", "Bien", "Bien")) == State::complete));
}

BOOST_AUTO_TEST_CASE(from_the_council_on_both_kinds_are_written) {
  BOOST_TEST((state(report_with({}, {}, {}), PeriodState::council) == State::mixed));
  BOOST_TEST((state(report_with("Bien", {}, {}), PeriodState::locked) == State::mixed));
  BOOST_TEST((state(report_with("Bien", "Bien", {}), PeriodState::council) == State::synthesis));
}

BOOST_AUTO_TEST_CASE(is_published_once_it_is_out_and_not_taken_back) {
  BOOST_TEST((state(report_with("Bien", {}, {}), PeriodState::published, true) == State::published));
  BOOST_TEST((state(report_with("Bien", "Bien", "Bien"), PeriodState::published, false) == State::complete));
  BOOST_TEST((state(report_with("Bien", "Bien", "Bien"), PeriodState::council, true) == State::complete));
}

BOOST_AUTO_TEST_CASE(a_line_that_is_not_expected_is_not_missed) {
  const Report made = report_with({}, "Bien", "Bien");
  BOOST_TEST(missing_in(made, college, {false, true}).empty());
  const auto missing = missing_in(made, college, {true, true});
  BOOST_REQUIRE_EQUAL(missing.size(), 1U);
  BOOST_TEST((missing[0].wanted == Wanted::subject_comment));
  BOOST_TEST(missing[0].subject_code.value() == "HIST");
}

BOOST_AUTO_TEST_CASE(primary_school_asks_for_degrees_and_a_synthesis) {
  Report made = report_with({}, "Lit bien", {});
  made.lines[0].positioning = 3;
  const auto missing = missing_in(made, cycle_2, {true, true});
  BOOST_REQUIRE_EQUAL(missing.size(), 2U);
  BOOST_TEST((missing[0].wanted == Wanted::positioning));
  BOOST_TEST(missing[0].subject_code.value() == "MATHS");
  BOOST_TEST((missing[1].wanted == Wanted::general_comment));
}

BOOST_AUTO_TEST_CASE(a_class_is_as_far_as_its_last) {
  std::vector<Standing> reports(3);
  reports[0].state = State::complete;
  reports[1].state = State::teachers;
  reports[2].state = State::published;
  BOOST_TEST((least(reports) == State::teachers));
  BOOST_TEST((least({}) == State::empty));
}

BOOST_AUTO_TEST_CASE(the_model_follows_from_school_and_level) {
  BOOST_TEST(preset_for(org::Degree::second, "302", "2GT").code == std::string("lycee"));
  BOOST_TEST(preset_for(org::Degree::second, "", "6").code == std::string("college"));
  BOOST_TEST(preset_for(org::Degree::first, "151", "CM2").code == std::string("primary_3"));
  BOOST_TEST(preset_for(org::Degree::first, "151", "CP").code == std::string("primary_2"));
  BOOST_TEST(!cycle_2.has(Block::averages));
  BOOST_TEST(college.requires_block(Block::general_comment));
}

BOOST_AUTO_TEST_SUITE_END()
