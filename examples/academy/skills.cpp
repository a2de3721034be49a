#include "skills.hpp"

#include <algorithm>

#include "ent/home.hpp"
#include "ent/skill.hpp"
#include "french.hpp"

namespace academy {

using namespace std::chrono_literals;
using ent::Profile;

namespace {

constexpr ent::Date evaluated_on = 2026y / 11 / 17;

ent::SkillReferentialId referential_of(ent::Session& reader, ent::OrgId org, const std::string& code) {
  return ent::skill::referentials(reader, {.org_id = org, .code = code}).value().items.at(0).id;
}

/// The line of a code in what a pupil masters.
ent::skill::BalanceLine line_of(const ent::skill::Balance& balance, const std::string& code) {
  return *std::ranges::find(balance.items, code, &ent::skill::BalanceLine::code);
}

/// The second evaluation of relative numbers, as the teacher keeps it in a spreadsheet.
void import_a_table(ent::Session& teacher, const Demo& demo) {
  const ent::GroupId fifth = demo.schools[0].divisions[1].id;
  const auto first = ent::skill::evaluations(teacher, {.group_id = fifth, .first_day = 2026y / 11 / 12, .last_day = 2026y / 11 / 12}).value();
  const auto made = ent::skill::add_evaluation(teacher, {.group_id = fifth,
                                                         .name = "Nombres relatifs, bis",
                                                         .date = evaluated_on,
                                                         .item_ids = first.items.at(0).item_ids,
                                                         .pupils_from = evaluated_on,
                                                         .parents_from = evaluated_on})
                        .value();
  ent::skill::ImportLevels table{.id = made.id,
                                 .item_codes = {"CPD_SCI"},
                                 .items = {{.cells = {"s"}, .pupil = "Bérard Inès"},
                                           {.cells = {"3"}, .pupil = "GARNIER NOE"},
                                           {.cells = {"abs"}, .pupil = "Sacha Colin"},
                                           {.cells = {"5"}, .pupil_id = demo.golden.zoe}},
                                 .dry_run = true};
  const auto tried = ent::skill::import_levels(teacher, table).value();
  tell("  L'essai : " + std::to_string(tried.changed) + " cases entreraient, " + std::to_string(tried.refused) + " est refusée.");
  for (const auto& cell : tried.items) {
    if (cell.reason) {
      tell("    ligne " + std::to_string(cell.row) + ", colonne " + std::to_string(cell.column) + ", « 5 » : " +
           ent::explain_reason(*cell.reason, "fr"));
    }
  }
  table.items[3].cells = {"Maîtrise f"};
  table.dry_run = false;
  const auto done = ent::skill::import_levels(teacher, table).value();
  const auto again = ent::skill::import_levels(teacher, table).value();
  tell("  Corrigée, la feuille entre : " + std::to_string(done.changed) + " niveaux ; renvoyée, " + std::to_string(again.changed) + ".");
}

void tell_balances(ent::Session& teacher, const Demo& demo) {
  const ent::OrgId college = demo.schools[0].id;
  const auto socle = referential_of(teacher, college, "SOCLE");
  tell("  Les langages mathématiques, à la moyenne des niveaux (seuils 16,5, 50 et 83,5) :");
  const std::pair<const char*, ent::PersonId> pupils[] = {
      {"Inès", demo.golden.ines}, {"Noé", demo.golden.noe}, {"Zoé", demo.golden.zoe}, {"Sacha", demo.golden.sacha}};
  for (const auto& [name, pupil] : pupils) {
    const auto line = line_of(ent::skill::balance(teacher, {.org_id = college, .pupil_id = pupil, .referential_id = socle}).value(), "CPD_SCI");
    tell(std::string("    ") + name + " : " + french(line.score) +
         (line.degree ? ", degré " + std::to_string(*line.degree) + " sur 4." : ", absent : pas de degré, jamais le plus bas."));
  }
}

/// What Inès does gives evidence of three items of five, and her teacher decides.
void validate_usage(ent::Session& teacher, const Demo& demo) {
  const ent::OrgId college = demo.schools[0].id;
  auto ines = demo.world.as(demo.golden.ines, Profile::pupil);
  const std::pair<const char*, const char*> done[] = {
      {"search", "Les séismes, deux sources citées"}, {"message", "Message à la classe"}, {"document", "Exposé déposé"}};
  for (const auto& [kind, evidence] : done) {
    ent::skill::note_usage(ines, {.org_id = college, .kind = kind, .evidence = evidence}).value();
  }
  const auto waiting = ent::home::show(teacher, {}).value().counts->validations_waiting;
  tell("  Inès cherche, écrit un message, dépose un document : " + std::to_string(waiting) + " demandes attendent sa professeure.");
  const auto claims = ent::skill::claims(teacher, {.org_id = college, .pupil_id = demo.golden.ines, .waiting = true}).value();
  for (const auto& claim : claims.items) ent::skill::decide(teacher, {.id = claim.id, .validated = true}).value();
  const auto b2i = referential_of(teacher, college, "B2I");
  const auto total = ent::skill::balance(teacher, {.org_id = college, .pupil_id = demo.golden.ines, .referential_id = b2i}).value().total;
  tell("  Validées, bilan du B2i : " + std::to_string(total.acquired) + " items acquis sur " + std::to_string(total.items) + ".");
  const auto refused = ent::skill::attest(teacher, {.org_id = college, .pupil_id = demo.golden.ines, .referential_id = b2i});
  tell("  L'attestation demande 80 % des items et la moitié de chaque domaine : " + ent::explain_reason(refused.error().reason, "fr"));
}

}  // namespace

void show_the_skills(Demo& demo) {
  auto teacher = demo.world.as(demo.golden.durand, Profile::teacher);
  tell("\nLes compétences. Hélène Durand tient les siennes dans un tableur, quatre élèves, une colonne :");
  import_a_table(teacher, demo);
  tell_balances(teacher, demo);
  validate_usage(teacher, demo);
}

}  // namespace academy
