// Levels as texts: what a cell says, which items the columns are, and what a table changes.
#include <boost/test/unit_test.hpp>

#include "gradebook/table.hpp"
#include "skill/import_rules.hpp"
#include "skill/level_words.hpp"
#include "skill/scales.hpp"

namespace {

using namespace ent::skill;
using ent::PersonId;
using ent::SkillItemId;
using ent::SkillReferentialId;
using ent::gradebook::ImportRow;

const char* const kinds[] = {"", "level", "absent", "exempt", "not_evaluated", "not_done", "not_entered"};
const char* const outcomes[] = {"", "changes", "stands", "empty", "refused"};

/// "level 2", "absent", "skill.no_level".
std::string read(const char* text, const std::vector<LevelView>& scale) {
  const TypedLevel typed = read_level(text, scale);
  if (!typed.fault.empty()) return std::string(typed.fault);
  return kinds[static_cast<std::size_t>(typed.kind)] + (typed.level == 0 ? "" : " " + std::to_string(typed.level));
}

std::vector<LevelView> scale_of(std::vector<std::pair<const char*, const char*>> levels) {
  std::vector<LevelView> scale;
  for (const auto& [symbol, label] : levels) scale.push_back({static_cast<std::int32_t>(scale.size()) + 1, label, symbol, 0, {}});
  return scale;
}

const SkillItemId n1{101}, n2{102}, same_code{103};
const std::vector<ent::group::Pupil> pupils{{1, {PersonId{1001}, "Bérard", "Inès", {}}}, {2, {PersonId{1002}, "Cohen", "Sacha", {}}},
                                            {3, {PersonId{1003}, "Cohen", "Sacha", {}}}};

ImportRow row(const char* name, std::vector<std::string> cells) { return {std::move(cells), {}, name}; }

/// "1/1 changes level 2 for absent, 1/2 refused skill.no_level"
std::string told(const ImportPlan& plan) {
  std::string text;
  for (const ImportCell& cell : plan.cells) {
    text += (text.empty() ? "" : ", ") + std::to_string(cell.row) + "/" + std::to_string(cell.column) + " ";
    text += outcomes[static_cast<std::size_t>(cell.outcome)];
    if (cell.kind) text += std::string(" ") + kinds[static_cast<std::size_t>(*cell.kind)];
    if (cell.level) text += " " + std::to_string(*cell.level);
    if (cell.stood_kind) text += std::string(" for ") + kinds[static_cast<std::size_t>(*cell.stood_kind)];
    if (cell.stood_level) text += " " + std::to_string(*cell.stood_level);
    if (cell.reason) text += " " + *cell.reason;
  }
  return text;
}

ImportPlan plan(std::vector<ImportRow> rows, std::vector<rows::LevelRow> standing = {}, std::vector<std::int64_t> closed = {}) {
  return plan_of({{}, {"N1", "N2"}, std::move(rows)}, {{n1, n2}, usual_levels(), pupils, std::move(standing), std::move(closed)});
}

std::string columns(std::vector<std::string> codes) {
  const std::unordered_map<std::int64_t, rows::ItemRow> shown{
      {101, {SkillReferentialId{1}, "MATHS", NodeKind::item, "N1", "", 1, {}}},
      {102, {SkillReferentialId{1}, "MATHS", NodeKind::item, "N2", "", 1, {}}},
      {103, {SkillReferentialId{2}, "SOCLE", NodeKind::item, "N2", "", 1, {}}}};
  const std::vector<SkillItemId> items{n1, n2, same_code};
  const auto found = columns_of({{}, std::move(codes), {}}, items, shown);
  std::string text;
  if (!found) {
    for (const auto& field : found.error().fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
    return text;
  }
  for (const SkillItemId item : *found) text += (text.empty() ? "" : " ") + std::to_string(item.value);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(skill_import)

BOOST_AUTO_TEST_CASE(an_abbreviation_may_end_with_a_point) {
  const auto socle = usual_levels();
  BOOST_TEST(read("Abs.", socle) == "absent");
  BOOST_TEST(read("disp. ", socle) == "exempt");
  BOOST_TEST(read("Insuff.", scale_of({{"-", "Insuffisant"}, {"+", "Acquis"}})) == "level 1");
  BOOST_TEST(read("4.", socle) == "skill.no_level");  // half a number is none
  BOOST_TEST(read(".", socle) == "skill.no_level");
  BOOST_TEST(read("A.", scale_of({{"A", "Non acquis"}, {"A.", "Acquis"}})) == "level 2");  // a symbol as it stands
}

BOOST_AUTO_TEST_CASE(symbols_numbers_and_labels) {
  const auto socle = usual_levels();  // I, F, S, TB
  BOOST_TEST(read(" tb ", socle) == "level 4");
  BOOST_TEST(read("S", socle) == "level 3");
  BOOST_TEST(read("1", socle) == "level 1");
  BOOST_TEST(read("4", socle) == "level 4");
  BOOST_TEST(read("tres b", socle) == "level 4");
  BOOST_TEST(read("Maîtrise fr", socle) == "level 2");
  BOOST_TEST(read("MAITRISE INSUFFISANTE", socle) == "level 1");
  BOOST_TEST(read("Maîtrise", socle) == "skill.level_ambiguous");
  for (const char* const text : {"0", "5", "12", "3,0", "-1", "+1", "x", "S F", "S.", "?", "３"}) {
    BOOST_TEST(read(text, socle) == "skill.no_level", text);
  }
}

BOOST_AUTO_TEST_CASE(words_for_what_is_no_level) {
  const auto socle = usual_levels();
  BOOST_TEST(read("", socle) == "not_entered");
  BOOST_TEST(read(" \t", socle) == "not_entered");
  for (const char* const text : {"abs", "AB", "a", "Absente"}) BOOST_TEST(read(text, socle) == "absent");
  for (const char* const text : {"Disp", "DI", "dispensé"}) BOOST_TEST(read(text, socle) == "exempt");
  for (const char* const text : {"NE", "nn", "-", "NON ÉVALUÉ"}) BOOST_TEST(read(text, socle) == "not_evaluated");
  for (const char* const text : {"NF", "nr", "non rendu"}) BOOST_TEST(read(text, socle) == "not_done");
}

// Of a scale that is written with the same letters, the scale's own symbols go first; else nothing is guessed at.
BOOST_AUTO_TEST_CASE(what_may_be_two_things_is_refused) {
  const auto letters = scale_of({{"NA", "Non acquis"}, {"ECA", "En cours"}, {"A", "Acquis"}, {"A+", "Acquis et dépassé"}});
  BOOST_TEST(read("a", letters) == "level 3");
  BOOST_TEST(read("a+", letters) == "level 4");
  BOOST_TEST(read("abs", letters) == "absent");
  BOOST_TEST(read("acquis", letters) == "level 3");
  BOOST_TEST(read("acq", letters) == "skill.level_ambiguous");
  BOOST_TEST(read("n", letters) == "skill.level_ambiguous");
  BOOST_TEST(read("ne", letters) == "not_evaluated");
  for (const char* const text : {"ECA+", "E+", "ab–", "d.", "-na"}) BOOST_TEST(read(text, letters) == "skill.no_level", text);
  const auto signs = scale_of({{"-", "Non"}, {"+", "Oui"}});
  BOOST_TEST(read("-", signs) == "level 1");
  BOOST_TEST(read("--", signs) == "skill.no_level");
  BOOST_TEST(read("o", signs) == "level 2");
  const auto by_case = scale_of({{"v", "Vu"}, {"V", "Vérifié"}});
  BOOST_TEST(read("v", by_case) == "level 1");
  BOOST_TEST(read("V", by_case) == "level 2");
  BOOST_TEST(read("ve", by_case) == "level 2");
}

// Symbols 0, 1, 2: a 3 is none of them, and 1 is the second level.
BOOST_AUTO_TEST_CASE(symbols_that_are_numbers) {
  const auto scale = scale_of({{"0", "Jamais"}, {"1", "Parfois"}, {"2", "Toujours"}});
  BOOST_TEST(read("1", scale) == "level 2");
  BOOST_TEST(read("3", scale) == "skill.no_level");
}

BOOST_AUTO_TEST_CASE(columns_are_items_each_once) {
  BOOST_TEST(columns({"SOCLE:N2", "N1", " MATHS:N2 "}) == "103 101 102");
  BOOST_TEST(columns({"N1", "N3", "n1"}) == "/item_codes/1 skill.no_item; /item_codes/2 skill.no_item");
  BOOST_TEST(columns({"N1", "N2"}) == "/item_codes/1 skill.item_ambiguous");
  BOOST_TEST(columns({"N1", "MATHS:N1"}) == "/item_codes/1 field.repeated");
}

BOOST_AUTO_TEST_CASE(a_table_is_held_against_what_stands) {
  const std::vector<rows::LevelRow> standing{{101, 1, LevelKind::level, 2, "Bien", "https://ent.example/1", 3},
                                             {102, 1, LevelKind::not_entered, 0, {}, {}, 2}};
  const ImportPlan made = plan({row("ines BERARD", {"S", "abs"})}, standing);
  BOOST_TEST(told(made) == "1/1 changes level 3 for level 2, 1/2 changes absent");
  BOOST_REQUIRE(made.changes.before.size() == 2 && made.changes.after.size() == 2);
  const rows::LevelRow& after = made.changes.after[0];
  BOOST_TEST((after.version == 4 && after.comment == "Bien" && after.evidence == "https://ent.example/1"));
  BOOST_TEST(made.changes.after[1].version == 3);
  const ImportPlan again = plan({row("Inès Bérard", {"2", ""})}, standing);
  BOOST_TEST(told(again) == "1/1 stands level 2 for level 2, 1/2 empty");
  BOOST_TEST(again.changes.after.empty());
}

BOOST_AUTO_TEST_CASE(what_is_refused_is_told_by_its_place) {
  const ImportPlan made = plan({row("Bérard Inès", {"9", "Maîtrise"}), row("Cohen Sacha", {"S", "S"}), row("Nemo", {"S", "S"}),
                                row("Inès Bérard", {"S", "S"})});
  BOOST_TEST(told(made) == "1/1 refused skill.no_level, 1/2 refused skill.level_ambiguous, 2/0 refused gradebook.pupil_ambiguous, "
                           "3/0 refused group.no_member, 4/0 refused field.repeated");
  const auto error = ent::gradebook::refusals_of(made.cells);
  BOOST_REQUIRE(error.has_value());
  BOOST_REQUIRE(error->fields.size() == 5);
  BOOST_TEST(error->fields[1].path == "/items/0/cells/1");
  BOOST_TEST(error->fields[2].path == "/items/1/pupil");
}

BOOST_AUTO_TEST_CASE(what_is_closed_may_only_be_said_again) {
  const std::vector<rows::LevelRow> standing{{101, 1, LevelKind::level, 2, {}, {}, 1}};
  BOOST_TEST(told(plan({row("Bérard Inès", {"F", "abs"})}, standing, {1})) ==
             "1/1 stands level 2 for level 2, 1/2 refused absent gradebook.period_closed");
}

BOOST_AUTO_TEST_SUITE_END()
