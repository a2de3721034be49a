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
  const std::vector<Former> former = {{GroupId{11}, "CM1", "CM1", {"CM1"}, 20}, {GroupId{12}, "CM2", "CM2", {"CM2"}, 22},
                                      {GroupId{13}, "CE2-CM1", "Cours double", {"CE2", "CM1"}, 18}};
  const std::vector<Division> divisions = proposed(former);
  BOOST_TEST(short_of(divisions) == "CM1 <-; CM2 <- 11; CE2-CM1 <-");
  BOOST_TEST(divisions.at(2).name == "Cours double");
  BOOST_TEST(divisions.at(2).levels.size() == 2U);
  BOOST_TEST(short_of(proposed({{GroupId{1}, "6A", "", {}, 0}, {GroupId{2}, "6B", "", {}, 0}, {GroupId{3}, "5A", "", {}, 0}})) ==
             "6A <-; 6B <-; 5A <- 1");
}

BOOST_AUTO_TEST_CASE(a_pupil_has_the_level_of_the_division_or_the_next) {
  BOOST_TEST(level_in({"CM2", "CM2", {" CM2 "}, {}}, "CM1") == "CM2");
  BOOST_TEST(level_in({"CM", "CM", {"CM1", "CM2"}, {}}, "CE2") == "CM1");
  BOOST_TEST(level_in({"CM", "CM", {"CM1", "CM2"}, {}}, "CM1") == "CM2");
  BOOST_TEST(level_in({"CM", "CM", {"CM1", "CM2"}, {}}, "CP") == "");
  BOOST_TEST(level_in({"CM", "CM", {}, {}}, "CM1") == "");
}

BOOST_AUTO_TEST_CASE(what_is_opened_is_refused_where_it_stands) {
  Open input{OrgId{1}, 2027, {{"CM1", "CM1", {"CM1"}, {GroupId{11}}}, {"CM2", "CM2", {"CM2"}, {GroupId{12}}}}, {}};
  BOOST_TEST(refusals(well_formed(input)) == "");
  input.divisions[1] = {" CM1", " ", {}, {GroupId{11}}};
  input.first_day = base::parse_date("2026-09-01");
  BOOST_TEST(refusals(well_formed(input)) ==
             "/first_day period.outside_year\n/divisions/1/name text.too_short\n"
             "/divisions/1/code school_year.code_repeated\n/divisions/1/from_ids/0 school_year.division_repeated");
  input = {OrgId{1}, 1900, {}, {}};
  BOOST_TEST(refusals(well_formed(input)) == "/school_year field.range");
  input = {OrgId{1}, 2027, std::vector<Division>(201), {}};
  BOOST_TEST(refusals(well_formed(input)) == "/divisions field.range");
}

BOOST_AUTO_TEST_SUITE_END()
