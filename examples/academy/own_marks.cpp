#include "own_marks.hpp"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include "ent/account.hpp"
#include "ent/gradebook.hpp"
#include "ent/group.hpp"
#include "ent/org.hpp"
#include "ent/person.hpp"
#include "ent/portal.hpp"
#include "french.hpp"
#include "table.hpp"

namespace academy {
namespace {

using ent::Profile;

constexpr std::size_t most_columns = 40;   // of one import
constexpr std::size_t most_pupils = 500;
constexpr const char* words[] = {"abs", "abs0", "disp", "inap", "nn", "nr", "nr0", "fel", "-"};

/// A number from 0 to 20, a word of a grade book, or nothing. What is entered is for the library to say.
bool may_be_mark(std::string cell) {
  std::ranges::transform(cell, cell.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (cell.empty() || std::ranges::find(words, cell) != std::end(words)) return true;
  std::ranges::replace(cell, ',', '.');
  char* end = nullptr;
  const double number = std::strtod(cell.c_str(), &end);
  return *end == '\0' && number >= 0 && number <= 20;
}

/// The first of the columns of marks: no column after it holds anything else.
std::size_t first_column_of_marks(const Table& table) {
  std::size_t first = table.headings.size();
  while (first > 0 && table.headings.size() - first < most_columns &&
         std::ranges::all_of(table.rows, [&](const auto& row) { return may_be_mark(row[first - 1]); })) {
    --first;
  }
  return first;
}

std::optional<std::size_t> column_named(const Table& table, std::initializer_list<const char*> names) {
  for (std::size_t column = 0; column < table.headings.size(); ++column) {
    if (std::ranges::find(names, table.headings[column]) != names.end()) return column;
  }
  return std::nullopt;
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

ent::PersonId add_person(ent::Session& host, const Class& made, const std::string& family_name, const std::string& given_name) {
  return ent::person::add(host, {.org_id = made.school, .family_name = family_name, .given_name = given_name, .on_match = ent::person::OnMatch::add})
      .value()
      .id;
}

void add_pupils(ent::Session& host, Class& made, const Table& table) {
  const auto family = column_named(table, {"Nom", "NOM", "nom"});
  const auto given = column_named(table, {"Prénom", "PRENOM", "prénom", "Prenom", "prenom"});
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string first = given ? table.rows[row][*given] : "Élève";
    const std::string last = family ? table.rows[row][*family] : std::to_string(row + 1);
    made.pupils.push_back(add_person(host, made, last, first));
    made.names.push_back(first + " " + last);
  }
  ent::group::enrol(host, {.id = made.division, .pupil_ids = made.pupils, .valid_from = made.first_day}).value();
}

Class make_class(ent::Session& host, const Table& table) {
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
  made.teacher = add_person(host, made, "Du fichier", "Professeur");
  ent::person::affiliate(host, {.org_id = made.school, .person_id = made.teacher, .profile = Profile::teacher, .valid_from = made.first_day})
      .value();
  made.division = ent::group::add(host, {.org_id = made.school,
                                         .kind = ent::group::Kind::division,
                                         .name = "La classe du fichier",
                                         .code = "CLASSE",
                                         .valid_from = made.first_day})
                      .value()
                      .id;
  add_pupils(host, made, table);
  made.service = ent::group::add_service(host, {.group_id = made.division, .teacher_id = made.teacher, .subject_code = "MATIERE",
                                                .valid_from = made.first_day})
                     .value()
                     .id;
  ent::account::issue_activations(host, {.org_id = made.school, .person_ids = {made.teacher}}).value();
  return made;
}

ent::gradebook::ImportMarks marks_of(const Class& made, const Table& table, std::size_t first) {
  ent::gradebook::ImportMarks marks{.service_id = made.service, .assessment_ids = made.assessments, .items = {}};
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    marks.items.push_back({.cells = {table.rows[row].begin() + static_cast<std::ptrdiff_t>(first), table.rows[row].end()},
                           .pupil_id = made.pupils[row]});
  }
  return marks;
}

void tell_class(ent::Session& teacher, const Class& made) {
  const auto all =
      ent::gradebook::group_averages(teacher, {.group_id = made.division, .first_day = made.first_day, .last_day = made.today}).value();
  const auto& figures = all.items.at(0);
  std::printf("La classe (règles %s) : %d élèves, %d avec une moyenne.\n", all.policy.c_str(), figures.pupils, figures.marked);
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

void tell_first_pupil(ent::Session& teacher, const Class& made, const Table& table, std::size_t first) {
  const auto subject = ent::gradebook::averages(teacher, {.org_id = made.school,
                                                          .pupil_id = made.pupils.at(0),
                                                          .first_day = made.first_day,
                                                          .last_day = made.today})
                           .value()
                           .items.at(0);
  std::printf("%s : moyenne %s.\n", made.names.at(0).c_str(), french(subject.average).c_str());
  for (std::size_t i = 0; i < made.assessments.size(); ++i) {
    const auto line = std::ranges::find(subject.lines, made.assessments[i], &ent::gradebook::Line::assessment_id);
    if (line == subject.lines.end()) continue;
    const std::string says = fate_of(*line, subject.average);
    std::printf("  %s : %s%s\n", table.headings[first + i].c_str(), table.rows[0][first + i].c_str(), says.c_str());
  }
}

}  // namespace

int show_own_marks(const std::string& store, const std::string& path) {
  const Table table = read_table(path);
  const std::size_t first = first_column_of_marks(table);
  if (table.rows.empty() || table.rows.size() > most_pupils || first == table.headings.size()) {
    std::printf("%s : il faut de 1 à %zu lignes, et des notes sur 20 dans les dernières colonnes.\n", path.c_str(), most_pupils);
    return 1;
  }
  const auto portal = ent::Portal::open(store).value();
  auto host = portal.system();
  Class made = make_class(host, table);
  auto teacher = portal.act_as({.person_id = made.teacher, .profile = Profile::teacher}).value();
  for (std::size_t column = first; column < table.headings.size(); ++column) {
    const std::string name = table.headings[column].empty() ? std::to_string(column + 1) : table.headings[column];
    made.assessments.push_back(
        ent::gradebook::add_assessment(teacher, {.service_id = made.service, .name = name, .date = made.today}).value().id);
  }
  const auto imported = ent::gradebook::import_marks(teacher, marks_of(made, table, first)).value();
  std::printf("%zu élèves, %zu évaluations : %d notes saisies, %d refusées.\n", made.pupils.size(), made.assessments.size(),
              imported.changed, imported.refused);
  tell_class(teacher, made);
  tell_first_pupil(teacher, made, table, first);
  return 0;
}

}  // namespace academy
