// A collège on one embedded file: five people sign in, each sees whom the rights let them see, one refusal is
// explained, and one right is withdrawn and gone at the next call.
//
//     academy [STORE]                the collège of the example
//     academy STORE --aaf FOLDER     the files of one's own annuaire académique fédérateur in its place
//     academy STORE --oneroster FOLDER
#include <cstdio>
#include <string>
#include <string_view>

#include "ent/rights.hpp"
#include "own_files.hpp"
#include "school.hpp"

namespace {

using academy::School;
using ent::Profile;

void tell(const std::string& line) { std::printf("%s\n", line.c_str()); }

void tell_whom(const char* who, ent::Session& session, ent::OrgId school) {
  std::string names;
  for (const auto& entry : ent::person::list(session, {.org_id = school}).value().items) {
    names += (names.empty() ? "" : ", ") + entry.given_name + " " + entry.family_name;
  }
  tell(std::string("  ") + who + " : " + (names.empty() ? "personne" : names));
}

void tell_refusal(const School& school, ent::Session& session) {
  const auto refused = ent::person::details(session, {.org_id = school.id, .person_id = school.tom});
  tell("La mère d'Inès demande la fiche de Tom : " + ent::explain_reason(refused.error().reason, "fr"));
  const auto why = ent::rights::explain(session, {.permission = "person.read_contact",
                                                  .org_id = school.id,
                                                  .person_id = school.tom})
                       .value();
  tell("  Pourquoi : " + why.french + " (" + why.reason + ")");
}

void tell_withdrawal(School& school, ent::Session& father) {
  tell("Le juge retire au père d'Inès l'exercice de l'autorité ; la direction l'inscrit :");
  tell_whom("le père, avant", father, school.id);
  const auto recorded = ent::guardian::restrict(school.as_head, {.org_id = school.id,
                                                       .pupil_id = school.ines,
                                                       .adult_id = school.father,
                                                       .court_ref = "JAF 2026/0412"});
  if (!recorded) throw ent::Exception(recorded.error());
  const auto after = ent::person::list(father, {.org_id = school.id});
  if (after && !after->items.empty()) {
    tell_whom("le père, à l'appel suivant", father, school.id);
  } else {
    tell("  le père, à l'appel suivant : personne");
  }
}

int run(const std::string& file) {
  School school(ent::Portal::open(file, {.clock = std::make_shared<academy::SchoolMorning>()}).value());

  auto teacher = school.sign_in(school.teacher, Profile::teacher);
  auto pupil = school.sign_in(school.ines, Profile::pupil);
  auto mother = school.sign_in(school.mother, Profile::guardian);
  auto father = school.sign_in(school.father, Profile::guardian);

  tell("Collège des Tilleuls, lundi 14 septembre 2026. Qui voit qui ?");
  tell_whom("Claire Durand, principale", school.as_head, school.id);
  tell_whom("Hugo Moreau, professeur", teacher, school.id);
  tell_whom("Inès Petit, élève de 4A", pupil, school.id);
  tell_whom("Samira Petit, mère d'Inès", mother, school.id);
  tell_whom("Marc Lefèvre, père d'Inès", father, school.id);
  tell_refusal(school, mother);
  tell_withdrawal(school, father);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count == 4 && std::string_view(arguments[2]) == "--aaf")
      return academy::show_own_files(arguments[1], academy::Format::aaf, arguments[3]);
    if (count == 4 && std::string_view(arguments[2]) == "--oneroster")
      return academy::show_own_files(arguments[1], academy::Format::oneroster, arguments[3]);
    if (count > 2) {
      std::fprintf(stderr, "academy [STORE]\nacademy STORE --aaf|--oneroster FOLDER\n");
      return 2;
    }
    return run(count > 1 ? arguments[1] : "academie.db");
  } catch (const ent::Exception& exception) {
    std::fprintf(stderr, "%s: %s\n", exception.error().reason.c_str(), exception.what());
    return 1;
  }
}
