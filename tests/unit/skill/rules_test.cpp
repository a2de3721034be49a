// What makes referentials, scales and entries well-formed.
#include <boost/test/unit_test.hpp>

#include "skill/evaluation_rules.hpp"
#include "skill/models.hpp"
#include "skill/referential_rules.hpp"
#include "skill/scales.hpp"

namespace {

using namespace ent::skill;
using ent::SkillItemId;

std::string told(const std::optional<ent::Error>& error) {
  std::string text;
  if (!error) return text;
  for (const auto& field : error->fields) text += (text.empty() ? "" : "; ") + field.path + " " + field.reason;
  return text;
}

AddReferential own() {
  AddReferential input;
  input.code = "R";
  input.version = "1";
  input.name = "Référentiel";
  input.items = {{.code = "D", .label = "Domaine"}, {.code = "C", .label = "Composante", .parent_code = "D"},
                 {.code = "I", .label = "Item", .parent_code = "C"}, {.code = "J", .label = "Item", .parent_code = "D"}};
  return input;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(skill_rules)

// The socle has five domains and eight components, the CRCN five areas and sixteen competences.
BOOST_AUTO_TEST_CASE(the_models_are_whole) {
  const auto count = [](const char* code) {
    const auto model = model_of(code);
    std::size_t domains = 0;
    for (const Node& node : model->items) domains += node.parent_code ? 0 : 1;
    return std::pair(domains, model->items.size() - domains);
  };
  BOOST_TEST((count("SOCLE") == std::pair<std::size_t, std::size_t>(5, 8)));
  BOOST_TEST((count("CRCN") == std::pair<std::size_t, std::size_t>(5, 16)));
  BOOST_TEST((count("B2I") == std::pair<std::size_t, std::size_t>(5, 5)));
  for (const Model& model : all_models()) {
    AddReferential input;
    input.code = model.code;
    input.version = model.version;
    input.name = model.name;
    input.items = model.items;
    BOOST_TEST(told(well_formed(input)) == "");
  }
}

BOOST_AUTO_TEST_CASE(nodes_stand_where_their_parents_say) {
  const auto places = places_of(own().items);
  BOOST_TEST(places[0].depth == 1);
  BOOST_TEST((places[0].kind == NodeKind::domain));
  BOOST_TEST((places[1].kind == NodeKind::component));
  BOOST_TEST((places[2].kind == NodeKind::item));
  BOOST_TEST(places[2].depth == 3);
  BOOST_TEST(places[2].parent == 2U);
  BOOST_TEST((places[3].kind == NodeKind::item));
}

BOOST_AUTO_TEST_CASE(what_is_below_stands_behind) {
  AddReferential input = own();
  BOOST_TEST(told(well_formed(input)) == "");
  std::swap(input.items[0], input.items[1]);
  BOOST_TEST(told(well_formed(input)) == "/items/0/parent_code skill.parent_unknown");
  input = own();
  input.items[3].code = " I ";
  BOOST_TEST(told(well_formed(input)) == "/items/3/code skill.code_repeated");
}

BOOST_AUTO_TEST_CASE(scales_rise) {
  SetScale input{{1}, {{.label = "Non", .symbol = "-", .value = 0}, {.label = "Oui", .symbol = "+", .value = 100}}, {}};
  BOOST_TEST(told(well_formed(input)) == "");
  input.items[1].value = 0;
  input.items[1].symbol = " - ";
  BOOST_TEST(told(well_formed(input)) == "/items/1/symbol skill.symbol_repeated; /items/1/value skill.value_not_above");
  input.items.resize(1);
  BOOST_TEST(told(well_formed(input)) == "/items field.range");
  BOOST_TEST(usual_levels().size() == 4U);
}

BOOST_AUTO_TEST_CASE(an_entry_is_a_level_or_a_kind_or_nothing) {
  const Evaluation evaluation{.item_ids = {SkillItemId{7}}};
  const auto check = [&](Entry entry) {
    entry.item_id = SkillItemId{7};
    return told(well_formed({{}, {entry}}, evaluation, 4));
  };
  BOOST_TEST(check({.level = 4}) == "");
  BOOST_TEST(check({.level = 5}) == "/items/0/level skill.no_level");
  BOOST_TEST(check({.level = 0}) == "/items/0/level skill.no_level");
  BOOST_TEST(check({.kind = LevelKind::absent}) == "");
  BOOST_TEST(check({.kind = LevelKind::level}) == "/items/0/kind skill.level_and_kind");
  BOOST_TEST(check({.level = 1, .kind = LevelKind::absent}) == "/items/0/kind skill.level_and_kind");
  BOOST_TEST(check({.evidence = std::string(501, 'x')}) == "/items/0/evidence text.too_long");
  BOOST_TEST((kind_of({}) == LevelKind::not_entered));
  BOOST_TEST((kind_of({.level = 2}) == LevelKind::level));
}

BOOST_AUTO_TEST_SUITE_END()
