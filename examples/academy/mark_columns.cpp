#include "mark_columns.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "ent/decimal.hpp"

namespace academy {
namespace {

constexpr const char* words[] = {"abs", "a", "absent", "disp", "d", "dispense", "inap", "inapte", "nn", "n", "n not", "-", "nr", "n rdu",
                                 "abs0", "nr0", "fel", "felicitations"};
constexpr const char* headings_of_lists[] = {"nom", "prenom", "nom de famille", "nom d'usage", "nom prenom", "nom et prenom", "eleve", "classe",
                                             "division", "groupe", "niveau", "annee", "doublant",
                                             "redoublant", "regime", "option", "lv2", "n°", "no", "num", "numero", "rang", "age", "sexe", "genre",
                                             "ne le", "nee le", "ne(e) le", "naissance", "date de naissance", "ine", "id", "identifiant"};

/// Small letters without accents, as far as French has them.
std::string folded(std::string text) {
  constexpr std::pair<const char*, char> letters[] = {{"é", 'e'}, {"è", 'e'}, {"ê", 'e'}, {"É", 'e'}, {"È", 'e'}, {"Ê", 'e'}, {"â", 'a'}, {"Â", 'a'}};
  for (const auto& [accented, plain] : letters) {
    for (std::size_t at = text.find(accented); at != text.npos; at = text.find(accented)) text.replace(at, 2, 1, plain);
  }
  std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

template <class Names>
bool is_among(const std::string& text, const Names& names) {
  return std::ranges::find(names, folded(text)) != std::end(names);
}

bool is_mark(const std::string& cell) {
  if (is_among(cell, words)) return true;
  const auto number = ent::Decimal::parse(cell);
  return number && *number >= ent::Decimal(0) && *number <= ent::Decimal(20);
}

/// Rows in which it is sure which cell stands under which heading.
bool fits(const Table& table, const Row& row) { return row.cells.size() == table.headings.size(); }

struct Votes {
  std::size_t filled = 0, marks = 0;
  const Row* other = nullptr;  ///< The first row in which no mark stands.
};

Votes votes_of(const Table& table, std::size_t column) {
  Votes votes;
  for (const Row& row : table.rows) {
    const std::string& cell = row.cells[column];
    if (cell.empty() || !fits(table, row)) continue;
    ++votes.filled;
    if (is_mark(cell)) ++votes.marks;
    else if (votes.other == nullptr) votes.other = &row;
  }
  return votes;
}

std::string cell_text(const Table& table, const Row& row, std::size_t column) {
  return "ligne " + std::to_string(row.line) + ", colonne " + std::to_string(column + 1) + " « " + table.headings[column] + " » : « " +
         row.cells[column] + " » n'est pas une note sur 20";
}

std::string why_none(const Table& table) {
  if (table.headings.empty()) return "aucun en-tête";
  const std::size_t last = table.headings.size() - 1;
  const Votes votes = votes_of(table, last);
  if (votes.other != nullptr) return cell_text(table, *votes.other, last);
  return "la dernière colonne, « " + table.headings[last] + " », " + (votes.filled == 0 ? "est vide" : "n'est pas une évaluation");
}

}  // namespace

std::optional<std::size_t> column_headed(const Table& table, std::initializer_list<const char*> names) {
  const auto found = std::ranges::find_if(table.headings, [&](const std::string& heading) { return is_among(heading, names); });
  if (found == table.headings.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.headings.begin());
}

MarkColumns columns_of_marks(const std::string& path, const Table& table) {
  const std::size_t end = table.headings.size();
  MarkColumns columns{.first = end};
  std::size_t first_filled = end;
  for (; columns.first > 0 && !is_among(table.headings[columns.first - 1], headings_of_lists); --columns.first) {
    const Votes votes = votes_of(table, columns.first - 1);
    if (2 * votes.marks < votes.filled) {
      columns.stopped_by = cell_text(table, *votes.other, columns.first - 1);
      break;
    }
    if (votes.filled > 0) first_filled = columns.first - 1;
  }
  columns.first = first_filled;
  if (columns.first == end) throw std::runtime_error(path + " : " + why_none(table) + " ; il faut des notes sur 20 dans les dernières colonnes");
  return columns;
}

}  // namespace academy
