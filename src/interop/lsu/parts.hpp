/// What both formats have in common: the head of the file, ids, and lists of things that reports refer to.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interop/lsu/facts.hpp"
#include "interop/xml_writer.hpp"

namespace ent::lsu {

/// Ids by key, numbered in the order in which keys first came.
class Ids {
 public:
  explicit Ids(std::string_view prefix) : prefix_(prefix) {}
  /// True: the key is new.
  bool add(const std::string& key);
  const std::string& of(const std::string& key) const { return ids_.at(key); }
  const std::vector<std::string>& keys() const noexcept { return keys_; }

 private:
  std::string prefix_;
  std::map<std::string, std::string> ids_;
  std::vector<std::string> keys_;
};

/// "EP_1 EP_2", each once.
std::string references(const std::vector<std::string>& ids);

/// The number of a person as a key.
inline std::string key_of(const person::Card& card) { return std::to_string(card.id.value); }
inline std::string pupil_id(const Sheet& sheet) { return "EL_" + sheet.number; }
std::string period_id(const report::Report& report);
/// When the report was made: the day on which it was published; of a draft today.
std::string day_of(const Sheet& sheet, const Delivery& delivery);

/// The elements of the programme that reports refer to.
Ids elements_of(std::span<const Sheet* const> sheets);
std::string element_references(const report::Line& line, const Ids& elements);

/// Opens the file and its `donnees`.
void open_file(interop::XmlWriter& xml, const Delivery& delivery, const Form& form);
void close_file(interop::XmlWriter& xml);
/// The period of the reports, as they name it; `with_dates` as the first degree has it.
void write_periods(interop::XmlWriter& xml, std::span<const Sheet* const> sheets, bool with_dates);
void write_elements(interop::XmlWriter& xml, const Ids& elements);
/// An element, where its text says something.
void write_text(interop::XmlWriter& xml, std::string_view name, const std::optional<std::string>& text);

/// What is said of the pupil in parcours, and of the classes, which an attribute names.
void write_parcours(interop::XmlWriter& xml, const Sheet& sheet);
void write_parcours_of_classes(interop::XmlWriter& xml, const Delivery& delivery, std::span<const Sheet* const> sheets,
                               std::string_view attribute, const std::function<std::string(const Sheet&)>& name_of);

/// What is done for the pupil in particular.
void write_arrangements(interop::XmlWriter& xml, const report::Report& report);

/// What both formats say alike of a pupil at the end of a cycle.
void write_socle(interop::XmlWriter& xml, const Sheet& sheet);

void write_second_degree(interop::XmlWriter& xml, const Delivery& delivery, std::span<const Sheet* const> sheets);
void write_first_degree(interop::XmlWriter& xml, const Delivery& delivery, std::span<const Sheet* const> sheets);

}  // namespace ent::lsu
