#include "class_of.hpp"

namespace ent::test {

ClassOf::ClassOf(Place place, std::size_t size, std::size_t others) : school(place), org(school.org) {
  head_person = school.staff("Hélène", "Morel", Profile::head);
  teacher_person = school.staff("Paul", "Garnier", Profile::teacher);
  division =
      must(group::add(school.host, {.org_id = org, .kind = group::Kind::division, .name = "6e A", .code = "6A", .levels = {"6"}})).id;
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
  service = must(group::add_service(head, {.group_id = division, .teacher_id = teacher_person, .subject_code = "030201"})).id;
  must(group::give_role(head, {.id = division, .person_id = teacher_person, .role = group::Role::main_teacher}));
  for (const char* code : {"G1", "G2", "G3", "G4"}) {
    teaching_groups.push_back(
        must(group::add(school.host, {.org_id = org, .kind = group::Kind::group, .name = code, .code = code})).id);
  }
  mark(head);
  evaluate(head);
  counting.emplace(school.portal);
}

void ClassOf::mark(Session& head) {
  Session teacher = as(teacher_person, Profile::teacher);
  today = must(group::services(head, {.org_id = org})).items.front().valid_from;
  const Date first = today + std::chrono::days{30};
  const auto scheme = must(period::set(head, {.org_id = org, .school_year = 2026, .code = "trimestres",
                                              .items = {{"1er trimestre", today, first - std::chrono::days{1}},
                                                        {"2e trimestre", first, first + std::chrono::days{60}}}}));
  open = scheme.periods.front().id;
  later = scheme.periods.back().id;
  must(gradebook::set_period_state(head, {.period_id = later, .state = gradebook::PeriodState::locked, .group_ids = {division}}));
  for (const int value : {12, 15}) {
    assessments.push_back(must(gradebook::add_assessment(teacher, {.service_id = service, .name = "Devoir", .date = today})).id);
    gradebook::EnterMarks grid{assessments.back(), {}};
    for (const PersonId pupil : pupils) grid.items.push_back({.pupil_id = pupil, .value = Decimal(value)});
    must(gradebook::enter_marks(teacher, grid));
  }
}

void ClassOf::evaluate(Session& head) {
  Session teacher = as(teacher_person, Profile::teacher);
  referential = must(skill::add_referential(head, {.org_id = org, .model = "B2I", .valid_from = today})).id;
  for (const skill::NodeView& node : must(skill::referential(head, {.org_id = org, .id = referential})).items) {
    if (node.kind != skill::NodeKind::item || skills.size() == 2) continue;
    skills.push_back(node.id);
    skill_codes.push_back(node.code);
  }
  evaluation = must(skill::add_evaluation(teacher, {.group_id = division, .name = "B2i", .date = today, .item_ids = skills,
                                                    .pupils_from = today, .parents_from = today})).id;
  skill::EnterLevels grid{evaluation, {}};
  for (const PersonId pupil : pupils) {
    for (const SkillItemId item : skills) grid.items.push_back({.pupil_id = pupil, .item_id = item, .level = 2});
  }
  must(skill::enter_levels(teacher, grid));
}

}  // namespace ent::test
