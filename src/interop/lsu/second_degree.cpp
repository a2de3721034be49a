// "Bilans périodiques" of collèges, in the order of schema 7.0.
#include <set>

#include "base/date.hpp"
#include "interop/lsu/parts.hpp"
#include "interop/lsu/projects.hpp"
#include "interop/lsu/values.hpp"

namespace ent::lsu {
namespace {

using interop::XmlWriter;
using report::ProjectKind;
using report::ProjectLine;

/// One file while it is written.
struct SecondDegree {
  const Delivery& delivery;
  std::span<const Sheet* const> sheets;
  Ids heads{"RE_"};
  Ids elements;
  Ids epis{"EPI_"};
  Ids epi_groups{"EPIG_"};
  Ids supports{"AP_"};
  Ids support_groups{"APG_"};
};

/// How the file names the parts of what it tells of EPI, or of accompagnement personnalisé.
struct ProjectNames {
  ProjectKind kind{};
  std::string_view all{}, one{}, reference{};
  std::string_view all_groups{}, one_group{}, group_reference{};
  std::string_view all_of_pupil{}, one_of_pupil{};
  Ids SecondDegree::*projects{};
  Ids SecondDegree::*groups{};
};
constexpr ProjectNames epi_names{ProjectKind::epi, "epis", "epi", "epi-ref", "epis-groupes", "epi-groupe", "epi-groupe-ref",
                                 "epis-eleve", "epi-eleve", &SecondDegree::epis, &SecondDegree::epi_groups};
constexpr ProjectNames support_names{ProjectKind::support, "acc-persos", "acc-perso", "acc-perso-ref", "acc-persos-groupes",
                                     "acc-perso-groupe", "acc-perso-groupe-ref", "acc-persos-eleve", "acc-perso-eleve",
                                     &SecondDegree::supports, &SecondDegree::support_groups};

std::string head_of(const Sheet& sheet) { return full_name(sheet.report->heads.front()); }

std::string id_of_teacher(const Delivery& delivery, const person::Card& teacher) {
  const auto number = teacher_number_of(delivery.teacher_numbers.at(teacher.id.value));
  return "ENS_" + std::string(number->type) + '_' + std::string(number->number);
}

std::string teacher_references(const Delivery& delivery, const std::vector<person::Card>& teachers) {
  std::vector<std::string> ids;
  for (const person::Card& teacher : teachers) ids.push_back(id_of_teacher(delivery, teacher));
  return references(ids);
}

void write_heads(XmlWriter& xml, SecondDegree& file) {
  xml.open("responsables-etab");
  for (const Sheet* const sheet : file.sheets) {
    const std::string head = head_of(*sheet);
    if (file.heads.add(head)) xml.open("responsable-etab").attribute("id", file.heads.of(head)).attribute("libelle", head).close();
  }
  xml.close();
}

void write_pupils(XmlWriter& xml, const SecondDegree& file) {
  xml.open("eleves");
  for (const Sheet* const sheet : file.sheets) {
    const person::Card& pupil = sheet->report->pupil;
    xml.open("eleve").attribute("id", pupil_id(*sheet)).attribute("id-be", sheet->number);
    xml.attribute("nom", pupil.family_name).attribute("prenom", pupil.given_name);
    xml.attribute("code-division", sheet->division_code).close();
  }
  xml.close();
}

/// What the reports tell of subjects: their lines, and the subjects of their EPI and accompagnements.
std::vector<report::Line> subjects_in(const Sheet& sheet, const Delivery& delivery) {
  std::vector<report::Line> found = sheet.report->lines;
  for (const ProjectLine& project : sheet.report->projects) {
    if (project.kind == ProjectKind::parcours) continue;
    const auto& subjects = subjects_of(project, delivery);
    found.insert(found.end(), subjects.begin(), subjects.end());
  }
  return found;
}

void write_disciplines(XmlWriter& xml, const SecondDegree& file) {
  std::set<std::string> written;
  xml.open("disciplines");
  for (const Sheet* const sheet : file.sheets) {
    for (const report::Line& line : subjects_in(*sheet, file.delivery)) {
      const Discipline discipline = *discipline_of(line, file.delivery);
      if (!written.insert(discipline.id()).second) continue;
      xml.open("discipline").attribute("id", discipline.id()).attribute("code", discipline.code);
      if (!discipline.national.empty()) xml.attribute("code-national", discipline.national);
      xml.attribute("modalite-election", {&discipline.modality, 1}).attribute("libelle", discipline.label).close();
    }
  }
  xml.close();
}

void write_teacher(XmlWriter& xml, const SecondDegree& file, const person::Card& teacher, std::set<std::string>& written) {
  const std::string id = id_of_teacher(file.delivery, teacher);
  if (!written.insert(id).second) return;
  const auto number = teacher_number_of(file.delivery.teacher_numbers.at(teacher.id.value));
  xml.open("enseignant").attribute("id", id).attribute("type", number->type).attribute("id-sts", number->number);
  if (const auto title = title_text(teacher); !title.empty()) xml.attribute("civilite", title);
  xml.attribute("nom", teacher.family_name).attribute("prenom", teacher.given_name).close();
}

/// Whom the reports refer to: main teachers, and those who teach; at the end of a cycle the main teachers alone.
std::vector<person::Card> teachers_in(const SecondDegree& file) {
  std::vector<person::Card> found;
  const auto add = [&](const std::vector<person::Card>& cards) { found.insert(found.end(), cards.begin(), cards.end()); };
  for (const Sheet* const sheet : file.sheets) {
    add(sheet->report->main_teachers);
    if (file.delivery.cycle) continue;
    for (const report::Line& line : subjects_in(*sheet, file.delivery)) add(line.teachers);
  }
  return found;
}

void write_teachers(XmlWriter& xml, const SecondDegree& file) {
  const auto teachers = teachers_in(file);
  if (teachers.empty()) return;
  std::set<std::string> written;
  xml.open("enseignants");
  for (const person::Card& teacher : teachers) write_teacher(xml, file, teacher, written);
  xml.close();
}

/// The projects of a kind in the file, each once by what `key` makes of it.
std::vector<const ProjectLine*> projects_once(const SecondDegree& file, ProjectKind kind, std::string (*key)(const ProjectLine&), Ids& ids) {
  std::vector<const ProjectLine*> found;
  for (const Sheet* const sheet : file.sheets) {
    for (const ProjectLine& project : sheet->report->projects) {
      if (project.kind == kind && ids.add(key(project))) found.push_back(&project);
    }
  }
  return found;
}

void write_project(XmlWriter& xml, SecondDegree& file, const ProjectNames& names, const ProjectLine& project) {
  std::vector<std::string> disciplines;
  for (const report::Line& subject : subjects_of(project, file.delivery)) disciplines.push_back(discipline_of(subject, file.delivery)->id());
  xml.open(names.one).attribute("id", (file.*names.projects).of(key_of_project(project))).attribute("intitule", project.name);
  if (project.kind == ProjectKind::epi) xml.attribute("thematique", *project.theme);
  xml.attribute("discipline-refs", references(disciplines));
  write_text(xml, "description", project.description);
  xml.close();
}

void write_group(XmlWriter& xml, SecondDegree& file, const ProjectNames& names, const ProjectLine& project) {
  xml.open(names.one_group).attribute("id", (file.*names.groups).of(key_of_group(project)));
  xml.attribute(names.reference, (file.*names.projects).of(key_of_project(project))).attribute("intitule", project.name);
  write_text(xml, "commentaire", project.group_comment);
  xml.open("enseignants-disciplines");
  for (const report::Line& subject : subjects_of(project, file.delivery)) {
    const std::string discipline = discipline_of(subject, file.delivery)->id();
    for (const person::Card& teacher : subject.teachers) {
      xml.open("enseignant-discipline").attribute("enseignant-ref", id_of_teacher(file.delivery, teacher));
      xml.attribute("discipline-ref", discipline).close();
    }
  }
  xml.close().close();
}

void write_projects(XmlWriter& xml, SecondDegree& file, const ProjectNames& names) {
  const auto projects = projects_once(file, names.kind, key_of_project, file.*names.projects);
  if (projects.empty()) return;
  xml.open(names.all);
  for (const ProjectLine* const project : projects) write_project(xml, file, names, *project);
  xml.close();
  xml.open(names.all_groups);
  for (const ProjectLine* const project : projects_once(file, names.kind, key_of_group, file.*names.groups))
    write_group(xml, file, names, *project);
  xml.close();
}

void write_projects_of_pupil(XmlWriter& xml, const SecondDegree& file, const ProjectNames& names, const report::Report& report) {
  bool is_open = false;
  for (const ProjectLine& project : report.projects) {
    if (project.kind != names.kind) continue;
    if (!is_open) xml.open(names.all_of_pupil);
    is_open = true;
    xml.open(names.one_of_pupil).attribute(names.group_reference, (file.*names.groups).of(key_of_group(project)));
    write_text(xml, "commentaire", project.comment);
    xml.close();
  }
  if (is_open) xml.close();
}

/// Of pupil and class: the average, where there is one; else the degree, where there is one; else that there is nothing.
void write_figures(XmlWriter& xml, const report::Line& line, const std::optional<Decimal>& scale) {
  const bool has_average = line.average && line.average->shown;
  const bool has_mean = line.average && line.average->among.mean;
  if (has_average) xml.attribute("moyenne-eleve", average_text(*line.average->shown, line.average->exact.value_or(""), *scale));
  if (has_mean) xml.attribute("moyenne-structure", average_text(*line.average->among.mean, {}, *scale));
  if (!has_average && !line.positioning) xml.attribute("eleve-non-note", "1");
  if (!has_mean) xml.attribute("structure-non-notee", "1");
  if (!has_average && line.positioning) xml.attribute("positionnement", std::to_string(*line.positioning));
}

void write_subject(XmlWriter& xml, const SecondDegree& file, const Sheet& sheet, const report::Line& line) {
  xml.open("acquis").attribute("discipline-ref", discipline_of(line, file.delivery)->id());
  xml.attribute("enseignant-refs", teacher_references(file.delivery, line.teachers));
  if (!line.elements.empty()) xml.attribute("element-programme-refs", element_references(line, file.elements));
  write_figures(xml, line, sheet.scale);
  write_text(xml, "appreciation", line.comment);
  xml.close();
}

void write_school_life(XmlWriter& xml, const report::SchoolLife& life) {
  xml.open("vie-scolaire").attribute("nb-retards", std::to_string(life.shown.latenesses));
  xml.attribute("nb-abs-justifiees", std::to_string(life.shown.justified_half_days));
  xml.attribute("nb-abs-injustifiees", std::to_string(life.shown.unjustified_half_days));
  write_text(xml, "commentaire", life.comment);
  xml.close();
}

void write_report(XmlWriter& xml, const SecondDegree& file, const Sheet& sheet) {
  const report::Report& report = *sheet.report;
  xml.open("bilan-periodique").attribute("eleve-ref", pupil_id(sheet)).attribute("periode-ref", period_id(report));
  xml.attribute("date-conseil-classe", base::date_text(*report.council.held_on));
  xml.attribute("date-scolarite", base::date_text(sheet.schooled_since));
  if (!sheet.locked_at.empty()) xml.attribute("date-verrou", sheet.locked_at);
  xml.attribute("responsable-etab-ref", file.heads.of(head_of(sheet)));
  if (!report.main_teachers.empty()) xml.attribute("prof-princ-refs", teacher_references(file.delivery, report.main_teachers));
  xml.open("liste-acquis");
  for (const report::Line& line : report.lines) write_subject(xml, file, sheet, line);
  xml.close();
  write_projects_of_pupil(xml, file, epi_names, report);
  write_projects_of_pupil(xml, file, support_names, report);
  write_parcours(xml, sheet);
  write_arrangements(xml, report);
  xml.element("acquis-conseils", *report.general_comment);
  write_school_life(xml, *report.school_life);
  xml.close();
}

void write_code(XmlWriter& xml, std::string_view name, const std::optional<std::string>& code, const std::optional<std::int32_t>& goal) {
  if (!code) return;
  xml.open(name).attribute("code", *code);
  if (goal) xml.attribute("positionnement", std::to_string(*goal));
  xml.close();
}

void write_end_of_cycle(XmlWriter& xml, const SecondDegree& file, const Sheet& sheet) {
  const report::Report& report = *sheet.report;
  xml.open("bilan-cycle").attribute("eleve-ref", pupil_id(sheet)).attribute("cycle", std::to_string(report.cycle_end->cycle));
  xml.attribute("millesime", std::to_string(report.division.school_year));
  xml.attribute("date-creation", day_of(sheet, file.delivery));
  if (!sheet.locked_at.empty()) xml.attribute("date-verrou", sheet.locked_at);
  xml.attribute("responsable-etab-ref", file.heads.of(head_of(sheet)));
  if (!report.main_teachers.empty()) xml.attribute("prof-princ-refs", teacher_references(file.delivery, report.main_teachers));
  write_socle(xml, sheet);
  write_code(xml, "enseignement-complement", report.cycle_end->complement, report.cycle_end->complement_goal);
  write_code(xml, "langue-culture-regionale", report.cycle_end->regional_language, report.cycle_end->regional_language_goal);
  xml.close();
}

}  // namespace

void write_second_degree(XmlWriter& xml, const Delivery& delivery, std::span<const Sheet* const> sheets) {
  SecondDegree file{.delivery = delivery, .sheets = sheets, .elements = elements_of(sheets)};
  write_heads(xml, file);
  write_pupils(xml, file);
  if (delivery.cycle) {
    write_teachers(xml, file);
    xml.open("bilans-cycle");
    for (const Sheet* const sheet : sheets) write_end_of_cycle(xml, file, *sheet);
    xml.close();
    return;
  }
  write_periods(xml, sheets, false);
  write_disciplines(xml, file);
  write_teachers(xml, file);
  write_elements(xml, file.elements);
  write_parcours_of_classes(xml, delivery, sheets, "code-division", [](const Sheet& sheet) { return sheet.division_code; });
  write_projects(xml, file, epi_names);
  write_projects(xml, file, support_names);
  xml.open("bilans-periodiques");
  for (const Sheet* const sheet : sheets) write_report(xml, file, *sheet);
  xml.close();
}

}  // namespace ent::lsu
