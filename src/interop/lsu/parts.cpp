#include "interop/lsu/parts.hpp"

#include <set>

#include "base/date.hpp"
#include "interop/lsu/document.hpp"
#include "interop/lsu/projects.hpp"
#include "interop/lsu/values.hpp"

namespace ent::lsu {
namespace {

constexpr std::string_view name_space = "urn:fr:edu:scolarite:lsun:bilans:import";

void write_each(interop::XmlWriter& xml, const std::vector<Parcours>& all) {
  for (const Parcours& one : all) xml.open("parcours").attribute("code", one.code).text(one.text).close();
}

}  // namespace

bool Ids::add(const std::string& key) {
  if (!ids_.emplace(key, prefix_ + std::to_string(keys_.size() + 1)).second) return false;
  keys_.push_back(key);
  return true;
}

std::string references(const std::vector<std::string>& ids) {
  std::string text;
  std::set<std::string_view> written;
  for (const std::string& id : ids) {
    if (written.insert(id).second) text.append(text.empty() ? "" : " ").append(id);
  }
  return text;
}

Ids elements_of(std::span<const Sheet* const> sheets) {
  Ids elements("EP_");
  for (const Sheet* const sheet : sheets) {
    for (const report::Line& line : sheet->report->lines) {
      for (const std::string& element : line.elements) elements.add(element);
    }
  }
  return elements;
}

std::string element_references(const report::Line& line, const Ids& elements) {
  std::vector<std::string> ids;
  for (const std::string& element : line.elements) ids.push_back(elements.of(element));
  return references(ids);
}

std::string day_of(const Sheet& sheet, const Delivery& delivery) {
  const std::string today = base::date_text(delivery.today);
  return sheet.locked_at.empty() ? today : sheet.locked_at.substr(0, today.size());
}

void open_file(interop::XmlWriter& xml, const Delivery& delivery, const Form& form) {
  xml.open("lsun-bilans").attribute("xmlns", name_space).attribute("schemaVersion", form.version);
  xml.open("entete");
  xml.element("editeur", form.publisher).element("application", form.application).element("etablissement", delivery.school_code);
  xml.close();
  xml.open("donnees");
}

void close_file(interop::XmlWriter& xml) { xml.close().close(); }

std::string period_id(const report::Report& report) {
  return "P_" + std::to_string(report.division.school_year) + '_' + std::to_string(report.period.number) + '_' +
         std::to_string(report.period.of);
}

void write_periods(interop::XmlWriter& xml, std::span<const Sheet* const> sheets, bool with_dates) {
  std::set<std::string> written;
  xml.open("periodes");
  for (const Sheet* const sheet : sheets) {
    const report::Report& report = *sheet->report;
    const std::string id = period_id(report);
    if (!written.insert(id).second) continue;
    xml.open("periode").attribute("id", id).attribute("millesime", std::to_string(report.division.school_year));
    xml.attribute("indice", std::to_string(report.period.number)).attribute("nb-periodes", std::to_string(report.period.of));
    if (with_dates) {
      xml.attribute("date-debut", base::date_text(report.period.first_day));
      xml.attribute("date-fin", base::date_text(report.period.last_day));
    }
    xml.close();
  }
  xml.close();
}

void write_elements(interop::XmlWriter& xml, const Ids& elements) {
  if (elements.keys().empty()) return;
  xml.open("elements-programme");
  for (const std::string& element : elements.keys())
    xml.open("element-programme").attribute("id", elements.of(element)).attribute("libelle", element).close();
  xml.close();
}

void write_text(interop::XmlWriter& xml, std::string_view name, const std::optional<std::string>& text) {
  if (says_something(text)) xml.element(name, *text);
}

void write_parcours(interop::XmlWriter& xml, const Sheet& sheet) {
  const auto all = parcours_of(sheet);
  if (all.empty()) return;
  xml.open("liste-parcours");
  write_each(xml, all);
  xml.close();
}

void write_parcours_of_classes(interop::XmlWriter& xml, const Delivery& delivery, std::span<const Sheet* const> sheets,
                               std::string_view attribute, const std::function<std::string(const Sheet&)>& name_of) {
  std::set<GroupId> written;
  for (const Sheet* const sheet : sheets) {
    const auto all = parcours_of_class(*sheet, delivery);
    if (all.empty() || !written.insert(sheet->division_id).second) continue;
    if (written.size() == 1) xml.open("parcours-communs");
    xml.open("parcours-commun").attribute("periode-ref", period_id(*sheet->report)).attribute(attribute, name_of(*sheet));
    write_each(xml, all);
    xml.close();
  }
  if (!written.empty()) xml.close();
}

void write_arrangements(interop::XmlWriter& xml, const report::Report& report) {
  if (report.arrangements.empty()) return;
  xml.open("modalites-accompagnement");
  for (const report::Arrangement& one : report.arrangements) {
    xml.open("modalite-accompagnement").attribute("code", code_of(one.kind));
    write_text(xml, text_of(one.kind), one.text);
    xml.close();
  }
  xml.close();
}

void write_socle(interop::XmlWriter& xml, const Sheet& sheet) {
  xml.open("socle");
  for (const report::Component& component : sheet.report->cycle_end->components)
    xml.open("domaine").attribute("code", component.code).attribute("positionnement", std::to_string(*component.position)).close();
  xml.close();
  xml.element("synthese", *sheet.report->cycle_end->synthesis);
}

std::string xml_of(const Delivery& delivery, const Form& form, std::span<const Sheet* const> sheets) {
  std::string text;
  interop::XmlWriter xml(text);
  open_file(xml, delivery, form);
  if (form.format == Format::second_degree) {
    write_second_degree(xml, delivery, sheets);
  } else {
    write_first_degree(xml, delivery, sheets);
  }
  close_file(xml);
  return text;
}

}  // namespace ent::lsu
