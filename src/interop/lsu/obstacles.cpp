#include "interop/lsu/obstacles.hpp"

#include <algorithm>
#include <set>

#include "interop/lsu/finder.hpp"
#include "interop/lsu/limits.hpp"
#include "interop/lsu/projects.hpp"
#include "interop/lsu/values.hpp"
#include "report/models.hpp"

namespace ent::lsu {
namespace {

using report::Report;

/// A look at one sheet.
struct Look {
  const Sheet& sheet;
  const Report& report;
  const Delivery& delivery;
  const Form& form;
  Finder finder{};
};

void look_at_names(Look& look) {
  look.finder.text(look.report.pupil.family_name, unlimited, "eleve/@nom");
  look.finder.text(look.report.pupil.given_name, unlimited, "eleve/@prenom");
}

void look_at_elements(Look& look, const report::Line& line) {
  for (const std::string& element : line.elements)
    look.finder.needed(element, longest_element, "element-programme/@libelle", "lsu.element_missing");
}

void look_at_degree(Look& look, const report::Line& line) {
  const bool is_known = !line.positioning || (*line.positioning >= 1 && *line.positioning <= highest_degree);
  look.finder.add_if(!is_known, "lsu.out_of_range", "acquis/@positionnement");
}

void look_at_comment(Look& look, const report::Line& line) {
  const std::string_view field = "acquis/appreciation";
  if (!look.form.incomplete_too) return look.finder.needed(line.comment, longest_comment, field, "lsu.comment_missing");
  look.finder.wanted(line.comment, longest_comment, field);
}

void look_at_parcours(Look& look) {
  const auto look_at = [&](const std::vector<Parcours>& all, const std::string& parent) {
    for (const Parcours& one : all) {
      const bool is_known = report::theme_name(report::ProjectKind::parcours, one.code) != nullptr;
      look.finder.add_if(!is_known, "lsu.theme_unknown", parent + "/parcours/@code");
      look.finder.text(one.text, longest_comment, parent + "/parcours");
    }
  };
  look_at(parcours_of_class(look.sheet, look.delivery), "parcours-commun");
  look_at(parcours_of(look.sheet), "liste-parcours");
}

void look_at_arrangements(Look& look) {
  for (const report::Arrangement& one : look.report.arrangements)
    look.finder.wanted(one.text, longest_comment, "modalite-accompagnement/" + std::string(text_of(one.kind)));
}

// --- second degree

void look_at_teacher(Look& look, const person::Card& teacher) {
  const auto key = look.delivery.teacher_numbers.find(teacher.id.value);
  if (key == look.delivery.teacher_numbers.end()) {
    look.finder.add_of(teacher, "lsu.teacher_number_missing", "enseignant/@id-sts");
  } else if (!teacher_number_of(key->second)) {
    look.finder.add_of(teacher, "lsu.number_malformed", "enseignant/@id-sts");
  }
  look.finder.text(teacher.family_name, longest_teacher_name, "enseignant/@nom");
  look.finder.text(teacher.given_name, longest_teacher_name, "enseignant/@prenom");
}

/// Points are out of nothing that the national application could read them by.
void look_at_average(Look& look, const std::optional<Decimal>& average, std::string_view exact, std::string_view field) {
  if (!average) return;
  if (!look.sheet.scale) return look.finder.add("lsu.no_scale", field);
  look.finder.text(average_text(*average, exact, *look.sheet.scale), longest_average, field);
}

/// `disciplines` are those of the lines before.
void look_at_subject(Look& look, const report::Line& line, std::set<std::string>& disciplines) {
  look.finder.turn_to(line.subject_code);
  if (const auto discipline = discipline_of(line, look.delivery)) {
    look.finder.needed(discipline->label, longest_discipline, "discipline/@libelle", "lsu.subject_name_missing");
    look.finder.add_if(!disciplines.insert(discipline->id()).second, "lsu.subject_repeated", "acquis/@discipline-ref");
  } else {
    look.finder.add("lsu.subject_code_missing", "discipline/@code");
  }
  look.finder.add_if(line.teachers.empty(), "lsu.teacher_missing", "acquis/@enseignant-refs");
  for (const person::Card& teacher : line.teachers) look_at_teacher(look, teacher);
  look.finder.add_if(look.form.before_4() && line.elements.empty(), "lsu.element_missing", "acquis/@element-programme-refs");
  look_at_elements(look, line);
  if (line.average) {
    look_at_average(look, line.average->shown, line.average->exact.value_or(""), "acquis/@moyenne-eleve");
    look_at_average(look, line.average->among.mean, {}, "acquis/@moyenne-structure");
  }
  look_at_degree(look, line);
  look_at_comment(look, line);
}

void look_at_school_life(Look& look) {
  const auto& life = look.report.school_life;
  if (!life) return look.finder.add("lsu.school_life_missing", "vie-scolaire");
  look.finder.count(life->shown.latenesses, "vie-scolaire/@nb-retards");
  look.finder.count(life->shown.justified_half_days, "vie-scolaire/@nb-abs-justifiees");
  look.finder.count(life->shown.unjustified_half_days, "vie-scolaire/@nb-abs-injustifiees");
  look.finder.wanted(life->comment, longest_comment, "vie-scolaire/commentaire");
}

/// Who the report is of, and who signs it.
void look_at_people(Look& look) {
  Finder& finder = look.finder;
  const Report& report = look.report;
  if (look.sheet.number.empty()) {
    finder.add("lsu.pupil_number_missing", "eleve/@id-be");
  } else {
    finder.add_if(!is_number(look.sheet.number), "lsu.number_malformed", "eleve/@id-be");
  }
  look_at_names(look);
  const std::size_t longest = look.form.before_4() ? longest_division_before_4 : longest_division;
  finder.needed(look.sheet.division_code, longest, "eleve/@code-division", "lsu.class_missing");
  if (report.heads.empty()) {
    finder.add("lsu.head_missing", "responsable-etab");
  } else {
    finder.needed(full_name(report.heads.front()), longest_head, "responsable-etab/@libelle", "lsu.head_missing");
  }
  for (const person::Card& teacher : report.main_teachers) look_at_teacher(look, teacher);
}

/// An EPI needs two subjects, support one: with codes that differ, and with somebody who teaches them.
void look_at_subjects_of_project(Look& look, const report::ProjectLine& project, const std::string& element) {
  std::set<std::string> disciplines;
  for (const report::Line& subject : subjects_of(project, look.delivery)) {
    look.finder.turn_to(subject.subject_code);
    if (const auto discipline = discipline_of(subject, look.delivery)) {
      disciplines.insert(discipline->id());
      look.finder.needed(discipline->label, longest_discipline, "discipline/@libelle", "lsu.subject_name_missing");
    } else {
      look.finder.add("lsu.subject_code_missing", "discipline/@code");
    }
    look.finder.add_if(subject.teachers.empty(), "lsu.teacher_missing", element + "-groupe/enseignants-disciplines");
    for (const person::Card& teacher : subject.teachers) look_at_teacher(look, teacher);
  }
  look.finder.turn_to({});
  const std::size_t fewest = project.kind == report::ProjectKind::epi ? fewest_subjects_of_epi : 1;
  look.finder.add_if(disciplines.size() < fewest, "lsu.subjects_missing", element + "/@discipline-refs");
}

void look_at_project(Look& look, const report::ProjectLine& project) {
  const bool is_epi = project.kind == report::ProjectKind::epi;
  const std::string element = is_epi ? "epi" : "acc-perso";
  look.finder.needed(project.name, longest_project, element + "/@intitule", "lsu.project_name_missing");
  const bool has_theme = !is_epi || report::theme_name(project.kind, project.theme.value_or("")) != nullptr;
  look.finder.add_if(!has_theme, "lsu.theme_unknown", "epi/@thematique");
  look.finder.wanted(project.description, longest_comment, element + "/description");
  look.finder.wanted(project.group_comment, longest_comment, element + "-groupe/commentaire");
  look.finder.wanted(project.comment, longest_comment, element + "-eleve/commentaire");
  look_at_subjects_of_project(look, project, element);
}

void look_at_second_degree(Look& look) {
  Finder& finder = look.finder;
  const Report& report = look.report;
  if (report.model != "college" && report.model != "college_degrees") return finder.add("lsu.other_model", "bilan-periodique");
  look_at_people(look);
  finder.add_if(!report.council.held_on, "lsu.council_date_missing", "bilan-periodique/@date-conseil-classe");
  finder.add_if(report.lines.empty(), "lsu.nothing_taught", "liste-acquis");
  std::set<std::string> disciplines;
  for (const report::Line& line : report.lines) look_at_subject(look, line, disciplines);
  finder.turn_to({});
  for (const report::ProjectLine& project : report.projects) {
    if (project.kind != report::ProjectKind::parcours) look_at_project(look, project);
  }
  look_at_parcours(look);
  look_at_arrangements(look);
  finder.needed(report.general_comment, longest_general_comment, "acquis-conseils", "lsu.general_comment_missing");
  look_at_school_life(look);
}

// --- first degree

void look_at_teachers(Look& look, const std::vector<person::Card>& teachers) {
  for (const person::Card& teacher : teachers) {
    look.finder.text(teacher.family_name, longest_teacher_name, "enseignant/@nom");
    look.finder.text(teacher.given_name, longest_teacher_name, "enseignant/@prenom");
  }
}

/// A domain of which nothing is said is not written; that it may be so has to be said.
void look_at_domain(Look& look, const report::Line& line) {
  look.finder.turn_to(line.subject_code);
  look.finder.add_if(!domain_of(line), "lsu.domain_unknown", "acquis/@code-domaine");
  look.finder.add_if(!line.positioning && !look.form.incomplete_too, "lsu.positioning_missing", "acquis/@positionnement");
  look_at_elements(look, line);
  look_at_degree(look, line);
  look.finder.wanted(line.comment, longest_comment, "acquis/appreciation");
}

/// Who the report is of, and who signs it.
void look_at_people_of_primary(Look& look) {
  Finder& finder = look.finder;
  const Report& report = look.report;
  if (report.heads.empty()) {
    finder.add("lsu.head_missing", "directeur");
  } else {
    finder.add_if(title_text(report.heads.front()).empty(), "lsu.title_missing", "directeur/@civilite");
    finder.text(report.heads.front().family_name, longest_teacher_name, "directeur/@nom");
    finder.text(report.heads.front().given_name, longest_teacher_name, "directeur/@prenom");
  }
  if (look.sheet.class_number.empty()) {
    finder.add("lsu.class_number_missing", "classe/@id-be");
  } else {
    finder.add_if(!is_number(look.sheet.class_number), "lsu.number_malformed", "classe/@id-be");
  }
  finder.needed(report.division.name, longest_head, "classe/@libelle", "lsu.class_missing");
  if (look.sheet.number.empty()) {
    finder.add("lsu.pupil_number_missing", "eleve/@ine");
  } else {
    finder.add_if(!is_national_number(look.sheet.number), "lsu.number_malformed", "eleve/@ine");
  }
  look_at_names(look);
  const auto teachers = teachers_of(report);
  finder.add_if(teachers.empty(), "lsu.teacher_missing", "bilan-periodique/@enseignant-refs");
  look_at_teachers(look, teachers);
}

void look_at_first_degree(Look& look) {
  Finder& finder = look.finder;
  const Report& report = look.report;
  if (!report.model.starts_with("primary_")) return finder.add("lsu.other_model", "bilan-periodique");
  look_at_people_of_primary(look);
  const bool is_blank = std::ranges::none_of(report.lines, [](const report::Line& line) { return says_something(line); });
  finder.add_if(is_blank, "lsu.nothing_taught", "liste-acquis");
  for (const report::Line& line : report.lines) look_at_domain(look, line);
  finder.turn_to({});
  look_at_parcours(look);
  look_at_arrangements(look);
  finder.needed(report.general_comment, longest_general_comment, "appreciation-generale", "lsu.general_comment_missing");
}

// --- end of a cycle

void look_at_cycle(Look& look) {
  if (look.form.format == Format::second_degree) {
    look_at_people(look);
  } else {
    look_at_people_of_primary(look);
  }
  const report::CycleEnd& end = *look.report.cycle_end;
  for (const report::Component& component : end.components) {
    const std::string field = "socle/domaine/" + component.code;
    look.finder.add_if(!component.position, "lsu.component_missing", field);
    const bool is_in_range = !component.position || (*component.position >= 0 && *component.position <= highest_degree);
    look.finder.add_if(!is_in_range, "lsu.out_of_range", field);
  }
  look.finder.needed(end.synthesis, longest_synthesis, "synthese", "lsu.synthesis_missing");
}

}  // namespace

std::vector<Obstacle> obstacles_of(const Sheet& sheet, const Delivery& delivery, const Form& form) {
  if (!sheet.report) {
    Finder finder;
    finder.add("lsu.not_published", "bilan-periodique");
    return std::move(finder).found();
  }
  Look look{sheet, *sheet.report, delivery, form};
  if (delivery.cycle) {
    look_at_cycle(look);
  } else if (form.format == Format::second_degree) {
    look_at_second_degree(look);
  } else {
    look_at_first_degree(look);
  }
  return std::move(look.finder).found();
}

}  // namespace ent::lsu
