// "Bilans périodiques" of primary schools, schema 1.0, as far as one implementation of it shows it.
#include "base/date.hpp"
#include "interop/lsu/parts.hpp"
#include "interop/lsu/values.hpp"

namespace ent::lsu {
namespace {

using interop::XmlWriter;

/// One file while it is written.
struct FirstDegree {
  const Delivery& delivery;
  std::span<const Sheet* const> sheets;
  Ids heads{"DIR_"};
  Ids classes{"CL_"};
  Ids teachers{"ENS_"};
  Ids elements;
};

const person::Card& head_in(const Sheet& sheet) { return sheet.report->heads.front(); }

void name_person(XmlWriter& xml, const person::Card& card) {
  if (const auto title = title_text(card); !title.empty()) xml.attribute("civilite", title);
  xml.attribute("nom", card.family_name).attribute("prenom", card.given_name);
}

void write_directors(XmlWriter& xml, FirstDegree& file) {
  xml.open("directeurs");
  for (const Sheet* const sheet : file.sheets) {
    const std::string key = key_of(head_in(*sheet));
    if (!file.heads.add(key)) continue;
    xml.open("directeur").attribute("id", file.heads.of(key));
    name_person(xml, head_in(*sheet));
    xml.close();
  }
  xml.close();
}

void write_classes(XmlWriter& xml, FirstDegree& file) {
  xml.open("classes");
  for (const Sheet* const sheet : file.sheets) {
    if (!file.classes.add(sheet->class_number)) continue;
    xml.open("classe").attribute("id", file.classes.of(sheet->class_number)).attribute("id-be", sheet->class_number);
    xml.attribute("libelle", sheet->report->division.name).close();
  }
  xml.close();
}

void write_pupils_of_classes(XmlWriter& xml, const FirstDegree& file) {
  xml.open("eleves");
  for (const Sheet* const sheet : file.sheets) {
    const person::Card& pupil = sheet->report->pupil;
    xml.open("eleve").attribute("id", pupil_id(*sheet)).attribute("ine", sheet->number);
    xml.attribute("classe-ref", file.classes.of(sheet->class_number));
    xml.attribute("nom", pupil.family_name).attribute("prenom", pupil.given_name).close();
  }
  xml.close();
}

void write_those_who_answer(XmlWriter& xml, FirstDegree& file) {
  xml.open("enseignants");
  for (const Sheet* const sheet : file.sheets) {
    for (const person::Card& teacher : teachers_of(*sheet->report)) {
      if (!file.teachers.add(key_of(teacher))) continue;
      xml.open("enseignant").attribute("id", file.teachers.of(key_of(teacher)));
      name_person(xml, teacher);
      xml.close();
    }
  }
  xml.close();
}

void write_domain(XmlWriter& xml, const FirstDegree& file, const report::Line& line) {
  xml.open("acquis").attribute("code-domaine", *domain_of(line));
  if (!line.elements.empty()) xml.attribute("element-programme-refs", element_references(line, file.elements));
  if (line.positioning) xml.attribute("positionnement", std::to_string(*line.positioning));
  write_text(xml, "appreciation", line.comment);
  xml.close();
}

void write_report_of_pupil(XmlWriter& xml, const FirstDegree& file, const Sheet& sheet) {
  const report::Report& report = *sheet.report;
  std::vector<std::string> teachers;
  for (const person::Card& teacher : teachers_of(report)) teachers.push_back(file.teachers.of(key_of(teacher)));
  const std::string day = day_of(sheet, file.delivery);
  xml.open("bilan-periodique").attribute("eleve-ref", pupil_id(sheet)).attribute("periode-ref", period_id(report));
  xml.attribute("date-creation", day);
  xml.attribute("date-scolarite", base::date_text(sheet.schooled_since));
  xml.attribute("date-verrou", sheet.locked_at.empty() ? day + "T00:00:00" : sheet.locked_at);
  xml.attribute("directeur-ref", file.heads.of(key_of(head_in(sheet)))).attribute("enseignant-refs", references(teachers));
  xml.open("liste-acquis");
  for (const report::Line& line : report.lines) {
    if (says_something(line)) write_domain(xml, file, line);
  }
  xml.close();
  write_parcours(xml, sheet);
  write_arrangements(xml, report);
  xml.element("appreciation-generale", *report.general_comment);
  xml.close();
}

void write_end_of_cycle_of_pupil(XmlWriter& xml, const FirstDegree& file, const Sheet& sheet) {
  const report::Report& report = *sheet.report;
  std::vector<std::string> teachers;
  for (const person::Card& teacher : teachers_of(report)) teachers.push_back(file.teachers.of(key_of(teacher)));
  const std::string day = day_of(sheet, file.delivery);
  xml.open("bilan-cycle").attribute("eleve-ref", pupil_id(sheet)).attribute("cycle", std::to_string(report.cycle_end->cycle));
  xml.attribute("millesime", std::to_string(report.division.school_year)).attribute("date-creation", day);
  xml.attribute("date-verrou", sheet.locked_at.empty() ? day + "T00:00:00" : sheet.locked_at);
  xml.attribute("directeur-ref", file.heads.of(key_of(head_in(sheet))));
  xml.attribute("enseignant-refs", references(teachers));
  write_socle(xml, sheet);
  xml.close();
}

}  // namespace

void write_first_degree(XmlWriter& xml, const Delivery& delivery, std::span<const Sheet* const> sheets) {
  FirstDegree file{.delivery = delivery, .sheets = sheets, .elements = elements_of(sheets)};
  write_directors(xml, file);
  write_classes(xml, file);
  write_pupils_of_classes(xml, file);
  if (delivery.cycle) {
    write_those_who_answer(xml, file);
    xml.open("bilans-cycle");
    for (const Sheet* const sheet : sheets) write_end_of_cycle_of_pupil(xml, file, *sheet);
    xml.close();
    return;
  }
  write_periods(xml, sheets, true);
  write_those_who_answer(xml, file);
  write_elements(xml, file.elements);
  write_parcours_of_classes(xml, delivery, sheets, "classe-ref", [&](const Sheet& sheet) { return file.classes.of(sheet.class_number); });
  xml.open("bilans-periodiques");
  for (const Sheet* const sheet : sheets) write_report_of_pupil(xml, file, *sheet);
  xml.close();
}

}  // namespace ent::lsu
