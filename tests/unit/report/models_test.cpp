// Which model a report has, and what of it is well-formed.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "report/choices.hpp"
#include "report/model_rules.hpp"

using namespace ent;
using namespace ent::report;

namespace {

const Date september{std::chrono::year{2026} / 9 / 1};
const Date january{std::chrono::year{2027} / 1 / 4};
const Date june{std::chrono::year{2027} / 6 / 1};

std::string code_of(const Preset* preset) { return preset == nullptr ? "none" : preset->code; }

std::string refused(const std::optional<Error>& error) {
  std::string text;
  if (!error) return "none";
  for (const FieldError& field : error->fields) text += (text.empty() ? "" : ", ") + field.path + " " + field.reason;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_models)

BOOST_AUTO_TEST_CASE(a_division_goes_before_its_level_and_a_level_before_all) {
  const std::vector<rows::Choice> choices{{0, "", september, "lycee"},      {0, "4", september, "college_degrees"},
                                          {7, "", january, "college"},      {7, "", june, ""}};
  BOOST_TEST(code_of(chosen(choices, 7, "4", january)) == "college");
  BOOST_TEST(code_of(chosen(choices, 8, "4", january)) == "college_degrees");
  BOOST_TEST(code_of(chosen(choices, 8, "3", january)) == "lycee");
  BOOST_TEST(code_of(chosen(choices, 7, "4", september)) == "college_degrees");
  BOOST_TEST(code_of(chosen(choices, 7, "4", june)) == "college_degrees");
  BOOST_TEST(code_of(chosen(choices, 7, "4", september - std::chrono::days{1})) == "none");
}

BOOST_AUTO_TEST_CASE(cycles_end_with_three_levels_however_they_are_written) {
  for (const char* const level : {"3", "3e", "3EME", "3ème", "Troisième"}) BOOST_TEST(cycle_that_ends(level) == 4, level);
  for (const char* const level : {"6", "6E", "6EME", "Sixième"}) BOOST_TEST(cycle_that_ends(level) == 3, level);
  BOOST_TEST(cycle_that_ends("CE2") == 2);
  for (const char* const level : {"", "4", "CE1", "CM2", "2GT", "33"}) BOOST_TEST(cycle_that_ends(level) == 0, level);
}

BOOST_AUTO_TEST_CASE(nursery_has_words_alone) {
  for (const char* const level : {"TPS", "PS", "MS", "GS"}) {
    const Preset& model = preset_for(org::Degree::first, "101", level);
    BOOST_TEST(model.code == std::string("nursery"));
    BOOST_TEST(model.domains.size() == 5U);
    BOOST_TEST(!model.has(Block::averages));
    BOOST_TEST(!model.has(Block::positioning));
    BOOST_TEST(model.requires_block(Block::subject_comments));
  }
  BOOST_TEST(socle_components().size() == 8U);
}

BOOST_AUTO_TEST_CASE(an_epi_has_a_theme_and_two_subjects_support_has_none) {
  SetProjects input{.period_id = PeriodId{1}, .group_id = GroupId{2}};
  input.items = {{.code = "A", .kind = ProjectKind::epi, .name = "x", .theme = "EPI_EDD", .subject_codes = {"SVT", "TEC"}},
                 {.code = "B", .kind = ProjectKind::support, .name = "x"},
                 {.code = "C", .kind = ProjectKind::parcours, .name = "x", .theme = "PAR_CIT"}};
  BOOST_TEST(refused(well_formed(input)) == "none");
  input.items[0].theme = "PAR_CIT";
  input.items[1].theme = "EPI_EDD";
  input.items[2].theme.reset();
  BOOST_TEST(refused(well_formed(input)) ==
             "/items/0/theme report.no_theme, /items/1/theme report.no_theme, /items/2/theme report.no_theme");
}

BOOST_AUTO_TEST_SUITE_END()
