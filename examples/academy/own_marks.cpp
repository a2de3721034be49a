#include "own_marks.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <utility>
#include <vector>

#include "ent/account.hpp"
#include "ent/gradebook.hpp"
#include "ent/group.hpp"
#include "ent/org.hpp"
#include "ent/person.hpp"
#include "ent/portal.hpp"
#include "french.hpp"
#include "in_the_making.hpp"
#include "mark_columns.hpp"
#include "table.hpp"

namespace academy {
namespace {

using ent::Profile;

constexpr std::size_t most_columns = 40;  // of one import
constexpr std::size_t most_pupils = 500;
constexpr std::size_t longest_cell = 100;
constexpr std::size_t most_notes_shown = 20;

/// The file that is read.
struct Source {
  std::string path{};
  Table table{};
  MarkColumns columns{};

  std::size_t assessments() const { return table.headings.size() - columns.first; }
  /// Of a column, or its number.
  std::string heading(std::size_t column) const { return table.headings[column].empty() ? std::to_string(column + 1) : table.headings[column]; }
  std::string line(const Row& row) const { return path + ", ligne " + std::to_string(row.line); }
};

Source read_source(const std::string& path) {
  Source source{.path = path, .table = read_table(path)};
  const std::size_t pupils = source.table.rows.size();
  if (pupils == 0 || pupils > most_pupils) {
    throw std::runtime_error(path + " : " + std::to_string(pupils) + " lignes sous l'en-tête ; il en faut de 1 à " + std::to_string(most_pupils));
  }
  source.columns = columns_of_marks(path, source.table);
  if (source.assessments() > most_columns) {
    throw std::runtime_error(path + " : " + std::to_string(source.assessments()) + " colonnes de notes ; " + std::to_string(most_columns) +
                             " au plus en une fois");
  }
  return source;
}

/// The value, or what is wrong with that of the file from which it comes.
template <class T>
T made_of(ent::Result<T> result, const std::string& of) {
  if (result) return *std::move(result);
  const ent::Error& error = result.error();
  throw std::runtime_error(of + " : " + ent::explain_reason(error.fields.empty() ? error.reason : error.fields[0].reason, "fr"));
}

/// A class on the file's marks: its pupils in the order of the rows, and an assessment for each column.
struct Class {
  ent::OrgId school{};
  ent::GroupId division{};
  ent::ServiceId service{};
  ent::PersonId teacher{};
  ent::Date first_day{};
  ent::Date today{};
  std::vector<ent::PersonId> pupils{};
  std::vector<std::string> names{};  ///< Of the pupils.
  std::vector<ent::AssessmentId> assessments{};
};

ent::Date first_of_september(ent::Date today) {
  const std::chrono::year_month_day parts{today};
  const auto year = parts.month() < std::chrono::September ? parts.year() - std::chrono::years{1} : parts.year();
  return ent::Date{year / std::chrono::September / 1};
}

ent::Result<ent::person::View> add_person(ent::Session& host, const Class& made, const std::string& family_name, const std::string& given_name) {
  return ent::person::add(host, {.org_id = made.school, .family_name = family_name, .given_name = given_name, .on_match = ent::person::OnMatch::add});
}

void add_pupils(ent::Session& host, Class& made, const Source& source) {
  const auto family = column_headed(source.table, {"nom", "nom de famille", "nom d'usage", "nom prenom", "nom et prenom", "eleve"});
  const auto given = column_headed(source.table, {"prenom"});
  const auto named = [](const Row& row, const std::optional<std::size_t>& column, const std::string& otherwise) {
    return column && !row.cells[*column].empty() ? row.cells[*column] : otherwise;
  };
  for (const Row& row : source.table.rows) {
    const std::string first = named(row, given, "Élève");
    const std::string last = named(row, family, std::to_string(made.pupils.size() + 1));
    made.pupils.push_back(made_of(add_person(host, made, last, first), source.line(row)).id);
    made.names.push_back(first + " " + last);
  }
  ent::group::enrol(host, {.id = made.division, .pupil_ids = made.pupils, .valid_from = made.first_day}).value();
}

Class make_class(ent::Session& host, const Source& source) {
  Class made;
  made.today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  made.first_day = first_of_september(made.today);
  made.school = ent::org::add(host, {.kind = ent::org::Kind::establishment,
                                     .code = "9990001A",
                                     .name = "Établissement du fichier",
                                     .degree = ent::org::Degree::second,
                                     .valid_from = made.first_day})
                    .value()
                    .id;
  made.teacher = add_person(host, made, "Du fichier", "Professeur").value().id;
  ent::person::affiliate(host, {.org_id = made.school, .person_id = made.teacher, .profile = Profile::teacher, .valid_from = made.first_day})
      .value();
  made.division = ent::group::add(host, {.org_id = made.school,
                                         .kind = ent::group::Kind::division,
                                         .name = "La classe du fichier",
                                         .code = "CLASSE",
                                         .valid_from = made.first_day})
                      .value()
                      .id;
  add_pupils(host, made, source);
  made.service = ent::group::add_service(host, {.group_id = made.division, .teacher_id = made.teacher, .subject_code = "MATIERE",
                                                .valid_from = made.first_day})
                     .value()
                     .id;
  ent::account::issue_activations(host, {.org_id = made.school, .person_ids = {made.teacher}}).value();
  return made;
}

void add_assessments(ent::Session& teacher, Class& made, const Source& source) {
  for (std::size_t column = source.columns.first; column < source.table.headings.size(); ++column) {
    made.assessments.push_back(made_of(ent::gradebook::add_assessment(teacher, {.service_id = made.service,
                                                                                .name = source.heading(column),
                                                                                .date = made.today}),
                                       source.path + ", colonne " + std::to_string(column + 1))
                                   .id);
  }
}

/// What goes into the grade book, and what of it does not.
struct Entry {
  ent::gradebook::ImportMarks marks{};
  std::vector<std::string> notes{};  ///< A line on each cell, or each row, that is left out.
  std::int64_t refused = 0;          ///< Cells.
};

void leave_out(Entry& entry, const Source& source, std::size_t row, std::size_t column, const std::string& reason) {
  std::string& cell = entry.marks.items[row].cells[column];
  entry.notes.push_back(source.line(source.table.rows[row]) + ", " + source.heading(source.columns.first + column) + ", « " + cell + " » : " +
                        ent::explain_reason(reason, "fr"));
  ++entry.refused;
  cell.clear();
}

/// A row with cells beyond the headings: which mark belongs where is not sure.
void leave_out_row(Entry& entry, const Source& source, const Row& row) {
  const auto cells = row.cells | std::views::drop(source.columns.first);
  entry.refused += std::ranges::count_if(cells, [](const std::string& cell) { return !cell.empty(); });
  entry.notes.push_back(source.line(row) + " : " + std::to_string(row.cells.size()) + " cellules pour " +
                        std::to_string(source.table.headings.size()) + " en-têtes, aucune note de cette ligne n'est saisie");
}

Entry entry_of(const Class& made, const Source& source) {
  Entry entry{.marks = {.service_id = made.service, .assessment_ids = made.assessments}};
  for (std::size_t row = 0; row < source.table.rows.size(); ++row) {
    const Row& read = source.table.rows[row];
    auto& item = entry.marks.items.emplace_back(ent::gradebook::ImportRow{.cells{}, .pupil_id = made.pupils[row]});
    if (read.cells.size() == source.table.headings.size()) {
      item.cells.assign(read.cells.begin() + static_cast<std::ptrdiff_t>(source.columns.first), read.cells.end());
    } else {
      item.cells.resize(made.assessments.size());
      leave_out_row(entry, source, read);
    }
    for (std::size_t column = 0; column < item.cells.size(); ++column) {
      if (item.cells[column].size() > longest_cell) leave_out(entry, source, row, column, "text.too_long");
    }
  }
  return entry;
}

/// A table is entered whole or not at all: a rehearsal says which cells are to be left out.
std::int32_t enter(ent::Session& teacher, Entry& entry, const Source& source) {
  entry.marks.dry_run = true;
  for (const auto& cell : ent::gradebook::import_marks(teacher, entry.marks).value().items) {
    if (cell.outcome != ent::gradebook::CellOutcome::refused) continue;
    leave_out(entry, source, static_cast<std::size_t>(cell.row - 1), static_cast<std::size_t>(cell.column - 1), cell.reason.value_or(""));
  }
  entry.marks.dry_run = false;
  return ent::gradebook::import_marks(teacher, entry.marks).value().changed;
}

std::string headings_text(const Source& source, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t column = begin; column < end; ++column) text += (text.empty() ? "" : ", ") + source.heading(column);
  return text;
}

void tell_entry(const Source& source, const Entry& entry, std::int32_t entered) {
  const std::size_t first = source.columns.first;
  tell(counted(source.table.rows.size(), "élève") + ", " + counted(source.assessments(), "évaluation") + " : " +
       headings_text(source, first, source.table.headings.size()) + ".");
  if (first > 0) tell("Ne sont pas des colonnes de notes : " + headings_text(source, 0, first) + ".");
  if (!source.columns.stopped_by.empty()) tell("  " + source.columns.stopped_by + ".");
  tell("Notes saisies : " + std::to_string(entered) + " ; refusées : " + std::to_string(entry.refused) + ".");
  for (const std::string& note : entry.notes | std::views::take(most_notes_shown)) tell("  refusé, " + note);
  if (entry.notes.size() > most_notes_shown) tell("  ... et " + std::to_string(entry.notes.size() - most_notes_shown) + " autres.");
}

void tell_class(ent::Session& teacher, const Class& made) {
  const auto all =
      ent::gradebook::group_averages(teacher, {.group_id = made.division, .first_day = made.first_day, .last_day = made.today}).value();
  const auto& figures = all.items.at(0);
  tell("La classe (règles " + all.policy + ") : " + counted(static_cast<std::size_t>(figures.pupils), "élève") + ", " +
       std::to_string(figures.marked) + " avec une moyenne.");
  std::printf("  moyenne %s ; de %s à %s ; médiane %s ; quartiles %s et %s\n", french(figures.mean).c_str(), french(figures.minimum).c_str(),
              french(figures.maximum).c_str(), french(figures.median).c_str(), french(figures.lower_quartile).c_str(),
              french(figures.upper_quartile).c_str());
}

std::string fate_of(const ent::gradebook::Line& line, const std::optional<ent::Decimal>& average) {
  if (line.influence && average) {
    return ", sans elle la moyenne serait " + french(ent::Decimal::of_millionths(average->millionths() - line.influence->millionths()));
  }
  return line.fate == ent::gradebook::Fate::counted ? ", la seule qui compte" : ", ne compte pas";
}

void tell_first_pupil(ent::Session& teacher, const Class& made, const Source& source, const Entry& entry) {
  const auto subjects = ent::gradebook::averages(teacher, {.org_id = made.school,
                                                           .pupil_id = made.pupils.at(0),
                                                           .first_day = made.first_day,
                                                           .last_day = made.today})
                            .value()
                            .items;
  const ent::gradebook::SubjectAverage subject = subjects.empty() ? ent::gradebook::SubjectAverage{} : subjects[0];
  tell(made.names.at(0) + " : moyenne " + french(subject.average) + ".");
  for (std::size_t i = 0; i < made.assessments.size(); ++i) {
    const auto line = std::ranges::find(subject.lines, made.assessments[i], &ent::gradebook::Line::assessment_id);
    const std::string& cell = entry.marks.items[0].cells[i];
    if (line == subject.lines.end() || cell.empty()) continue;
    tell("  " + source.heading(source.columns.first + i) + " : " + cell + fate_of(*line, subject.average));
  }
}

}  // namespace

int show_own_marks(const std::string& store, const std::string& path) {
  const Source source = read_source(path);
  InTheMaking making(store);  // outlives the portal, which closes its file
  const auto portal = ent::Portal::open(store).value();
  auto host = portal.system();
  Class made = make_class(host, source);
  auto teacher = portal.act_as({.person_id = made.teacher, .profile = Profile::teacher}).value();
  add_assessments(teacher, made, source);
  Entry entry = entry_of(made, source);
  const std::int32_t entered = enter(teacher, entry, source);
  making.finish();
  tell_entry(source, entry, entered);
  tell_class(teacher, made);
  tell_first_pupil(teacher, made, source, entry);
  return 0;
}

}  // namespace academy
