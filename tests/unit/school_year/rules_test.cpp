#include "school_year/rules.hpp"

#include <boost/test/unit_test.hpp>

#include "base/date.hpp"

using namespace ent;
using namespace ent::school_year;
using group::year::Former;

namespace {

std::string on(const char* code) { return one_year_on(code).value_or("-"); }

/// "CM1 <- ; CM2 <- 11"
std::string short_of(const std::vector<Division>& divisions) {
  std::string text;
  for (const Division& division : divisions) {
    text += (text.empty() ? "" : "; ") + division.code + " <-";
    for (const GroupId id : division.from_ids) text += " " + std::to_string(id.value);
  }
  return text;
}

std::string refusals(const std::optional<Error>& error) {
  std::string text;
  if (!error) return text;
  for (const FieldError& field : error->fields) text += (text.empty() ? "" : "\n") + field.path + " " + field.reason;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(school_year_rules)

BOOST_AUTO_TEST_CASE(a_code_one_year_on) {
  for (const auto& [code, next] :
       {std::pair("PS", "MS"), std::pair("GS", "CP"), std::pair("CP", "CE1"), std::pair("CE1", "CE2"), std::pair("CM1 A", "CM2 A"),
        std::pair("6A", "5A"), std::pair("6", "5"), std::pair("4EME3", "3EME3"), std::pair("5EME", "4EME"), std::pair("2GT", "1GT"),
        std::pair("2NDE B", "1ERE B"), std::pair("1ERE B", "TLE B"), std::pair("1S", "TS"), std::pair("TPS", "PS")}) {
    BOOST_TEST(on(code) == next);
  }
}

BOOST_AUTO_TEST_CASE(the_last_of_its_school_goes_nowhere) {
  for (const char* code : {"CM2", "3A", "3EME", "TLE", "T1", "ULIS", "", "601", "CE12", "10010012110"}) BOOST_TEST(on(code) == "-");
}

BOOST_AUTO_TEST_CASE(the_next_year_has_the_same_divisions) {
  const std::vector<Former> former = {{GroupId{11}, "CM1", "CM1", {"CM1"}, {}}, {GroupId{12}, "CM2", "CM2", {"CM2"}, {}}};
  const std::vector<Division> divisions = proposed(former);
  BOOST_TEST(short_of(divisions) == "CM1 <-; CM2 <- 11");
  BOOST_TEST(divisions.at(0).name == "CM1");
  BOOST_TEST(divisions.at(0).levels.size() == 1U);
  BOOST_TEST(short_of(proposed({{GroupId{1}, "6A", "", {}, {}}, {GroupId{2}, "6B", "", {}, {}}, {GroupId{3}, "5A", "", {}, {}}})) ==
             "6A <-; 6B <-; 5A <- 1");
}

BOOST_AUTO_TEST_CASE(a_class_of_several_levels_goes_on_by_level) {
  const Former small{GroupId{1}, "GS-CP-CE1", "", {"CE1", "CP", "GS"}, {}}, large{GroupId{2}, "CE2-CM1-CM2", "", {"CE2", "CM1", "CM2"}, {}};
  // GS and CP stay in their class, CE1 has one to go to; CE2 and CM1 stay in theirs.
  BOOST_TEST(short_of(proposed({large, small})) == "CE2-CM1-CM2 <- 2 1; GS-CP-CE1 <- 1");
  // Of two classes of CE2 the school chooses.
  const Former other{GroupId{3}, "CE2", "", {"CE2"}, {}};
  BOOST_TEST(short_of(proposed({other, large, small})) == "CE2 <-; CE2-CM1-CM2 <- 2; GS-CP-CE1 <- 1");
}

BOOST_AUTO_TEST_CASE(a_pupil_goes_where_the_next_level_is) {
  const Former former{GroupId{1}, "CE1-CE2", "", {"CE1", "CE2"}, {}}, single{GroupId{2}, "CM1", "", {"CM1"}, {}};
  std::vector<Division> divisions = {{"CE2-CM1", "", {"CE2", "CM1"}, {GroupId{1}}}, {"CE1-CE2", "", {"CE1", "CE2"}, {GroupId{1}}},
                                     {"CM", "", {"CM1"}, {GroupId{2}}}};
  const auto code_of = [&](const Former& one, const char* level) {
    const Division* const next = next_of(one, level, divisions);
    return next == nullptr ? std::string("-") : next->code;
  };
  BOOST_TEST(code_of(former, "CE1") == "CE1-CE2");  // as well in the other: rather the own class
  BOOST_TEST(code_of(former, "CE2") == "CE2-CM1");
  BOOST_TEST(code_of(former, "CM2") == "-");
  BOOST_TEST(code_of(former, "") == "-");       // which of the two?
  BOOST_TEST(code_of(single, "CM1") == "CM");   // of one level, with its class, wherever the school says
  divisions[0].from_ids.clear();
  BOOST_TEST(code_of(former, "") == "CE1-CE2");
  BOOST_TEST(code_of(former, "Cycle 2") == "CE1-CE2");
  BOOST_TEST(code_of(former, "CE2") == "-");
  divisions[1].levels.clear();
  BOOST_TEST(code_of(former, "CE2") == "CE1-CE2");
  BOOST_TEST(code_of(former, "CM2") == "-");    // has finished the school
}

BOOST_AUTO_TEST_CASE(a_pupil_has_the_level_of_the_division_or_the_next) {
  BOOST_TEST(level_in({"CM2", "CM2", {" CM2 "}, {}}, "CM1") == "CM2");
  BOOST_TEST(level_in({"CM", "CM", {"CM1", "CM2"}, {}}, "CE2") == "CM1");
  BOOST_TEST(level_in({"CM", "CM", {"CM1", "CM2"}, {}}, "CM1") == "CM2");
  BOOST_TEST(level_in({"CM", "CM", {"CM1", "CM2"}, {}}, "CP") == "");
  BOOST_TEST(level_in({"CM", "CM", {}, {}}, "CM1") == "CM2");  // nothing is said of the division
  BOOST_TEST(level_in({"CM", "CM", {}, {}}, "CM2") == "");
}

BOOST_AUTO_TEST_CASE(what_is_opened_is_refused_where_it_stands) {
  Open input{OrgId{1}, 2027, {{"CM1", "CM1", {"CM1"}, {GroupId{11}}}, {"CM2", "CM2", {"CM2"}, {GroupId{12}}}}, {}};
  BOOST_TEST(refusals(well_formed(input)) == "");
  input.divisions[1] = {" CM1", " ", {}, {GroupId{11}}};
  input.first_day = base::parse_date("2026-09-01");
  BOOST_TEST(refusals(well_formed(input)) ==
             "/first_day period.outside_year\n/divisions/1/name text.too_short\n"
             "/divisions/1/code school_year.code_repeated\n/divisions/1/from_ids/0 school_year.division_repeated");
  // Into two divisions goes whose pupils are told apart by levels.
  input = {OrgId{1}, 2027, {{"A", "A", {"CP", "CE1"}, {GroupId{11}}}, {"B", "B", {"CE1", "CE2"}, {GroupId{11}}}}, {}};
  BOOST_TEST(refusals(well_formed(input)) == "");
  input.divisions[1].levels = {"CE1"};
  BOOST_TEST(refusals(well_formed(input)) == "/divisions/1/from_ids/0 school_year.division_repeated");
  input = {OrgId{1}, 1900, {}, {}};
  BOOST_TEST(refusals(well_formed(input)) == "/school_year field.range");
  input = {OrgId{1}, 2027, std::vector<Division>(201), {}};
  BOOST_TEST(refusals(well_formed(input)) == "/divisions field.range");
}

BOOST_AUTO_TEST_SUITE_END()
