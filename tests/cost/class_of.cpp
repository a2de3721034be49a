#include "class_of.hpp"

namespace ent::test {

ClassOf::ClassOf(Place place, std::size_t size, std::size_t others) : school(place), org(school.org) {
  head_person = school.staff("Hélène", "Morel", Profile::head);
  teacher_person = school.staff("Paul", "Garnier", Profile::teacher);
  division = must(group::add(school.host, {.org_id = org, .kind = group::Kind::division, .name = "6e A", .code = "6A"})).id;
  for (std::size_t number = 0; number < size + others; ++number) {
    const std::string name = "Nom" + std::to_string(number);
    pupils.push_back(school.person("Camille", name));
  }
  must(group::enrol(school.host, {.id = division, .pupil_ids = pupils}));
  if (others > 0) {
    const GroupId rest =
        must(group::add(school.host, {.org_id = org, .kind = group::Kind::division, .name = "6e B", .code = "6B"})).id;
    const auto first_other = pupils.begin() + static_cast<std::ptrdiff_t>(size);
    must(group::enrol(school.host, {.id = rest, .pupil_ids = {first_other, pupils.end()}}));
    pupils.resize(size);
  }
  Session head = as(head_person, Profile::head);
  for (std::size_t number = 0; number < size; ++number) {
    const PersonId adult = school.person("Dominique", "Nom" + std::to_string(number));
    must(guardian::link(head, {.org_id = org, .pupil_id = pupils[number], .adult_id = adult,
                                      .kind = guardian::Kind::legal}));
    guardians.push_back(adult);
  }
  must(group::add_service(head, {.group_id = division, .teacher_id = teacher_person, .subject_code = "030201"}));
  must(group::give_role(head, {.id = division, .person_id = teacher_person, .role = group::Role::main_teacher}));
  for (const char* code : {"G1", "G2", "G3", "G4"}) {
    teaching_groups.push_back(
        must(group::add(school.host, {.org_id = org, .kind = group::Kind::group, .name = code, .code = code})).id);
  }
  counting.emplace(school.portal);
}

}  // namespace ent::test
