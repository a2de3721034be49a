#include "school.hpp"

#include "ent/account.hpp"

namespace academy {

using namespace std::chrono_literals;
using ent::Profile;

ent::Instant SchoolMorning::now() { return ent::Date{2026y / 9 / 14} + 6h + 30min; }

School::School(ent::Portal opened) : portal(std::move(opened)), host(portal.system()), as_head(host) {
  const auto first = portal.bootstrap({.uai = "9990002B",
                                       .establishment_name = "Collège des Tilleuls",
                                       .nature_code = "340",
                                       .family_name = "Roche",
                                       .given_name = "Alix"})
                         .value();
  id = first.establishment_id;
  administrator = first.account;

  head = staff("Durand", "Claire", Profile::head);
  teacher = staff("Moreau", "Hugo", Profile::teacher);
  ines = person("Petit", "Inès");
  tom = person("Garnier", "Tom");
  mother = person("Petit", "Samira");
  father = person("Lefèvre", "Marc");
  other_mother = person("Garnier", "Lucie");

  const auto division = ent::group::add(host, {.org_id = id, .kind = ent::group::Kind::division, .name = "Quatrième A",
                                               .code = "4A"})
                            .value()
                            .id;
  ent::group::enrol(host, {.id = division, .pupil_ids = {ines, tom}, .level = "4EME"}).value();
  ent::group::add_service(host, {.group_id = division, .teacher_id = teacher, .subject_code = "061300"}).value();
  as_head = sign_in(head, Profile::head);
  as_head.step_up(password_of(head)).value();  // what follows asks for a fresh proof of who it is
  parent(as_head, mother, ines);
  parent(as_head, father, ines);
  parent(as_head, other_mother, tom);
}

std::string School::password_of(ent::PersonId who) {
  return "trois arbres au bord de l'eau " + std::to_string(who.value);
}

ent::Session School::sign_in(ent::PersonId who, Profile profile) {
  const auto sheet = ent::account::issue_activations(host, {.org_id = id, .person_ids = {who}}).value();
  const auto& line = sheet.items.at(0);
  const std::string password = password_of(who);
  portal.activate({.login = line.login, .code = line.code, .password = password}).value();
  return portal.sign_in({.login = line.login, .password = password, .profile = profile}).value().session;
}

ent::PersonId School::person(const char* family_name, const char* given_name) {
  return ent::person::add(host, {.org_id = id, .family_name = family_name, .given_name = given_name}).value().id;
}

ent::PersonId School::staff(const char* family_name, const char* given_name, Profile profile) {
  const auto added = person(family_name, given_name);
  ent::person::affiliate(host, {.org_id = id, .person_id = added, .profile = profile}).value();
  return added;
}

void School::parent(ent::Session& session, ent::PersonId adult, ent::PersonId child) {
  ent::guardian::link(session, {.org_id = id, .pupil_id = child, .adult_id = adult, .kind = ent::guardian::Kind::legal})
      .value();
}

}  // namespace academy
