/// A table of texts, of which a row is a pupil, as a teacher keeps it in a spreadsheet: whose its rows are, and what becomes of its
/// cells. Pure functions; what a cell says is for who reads it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "ent/gradebook.hpp"
#include "group/functions.hpp"

namespace ent::gradebook {

inline constexpr std::size_t most_columns = 40;

/// Refuses rows that are none of a table of so many columns.
void check_rows(base::Fields& fields, std::span<const ImportRow> rows, std::size_t columns);

/// Refuses columns of which there are none or too many, and those that stand twice; and what is wrong with the rows.
template <class Column>
void check_table(base::Fields& fields, const std::vector<Column>& columns, const std::string& path, std::span<const ImportRow> rows) {
  const bool fits = !columns.empty() && columns.size() <= most_columns;
  fields.refuse_if(!fits, path, "field.range");
  for (std::size_t i = 0; fits && i < columns.size(); ++i) {
    fields.refuse_if(std::ranges::find(columns, columns[i]) != columns.begin() + static_cast<std::ptrdiff_t>(i),
                     path + "/" + std::to_string(i), "field.repeated");
  }
  check_rows(fields, rows, columns.size());
}

/// Who a row is about; nobody, and why not.
struct Whose {
  const group::Pupil* pupil = nullptr;
  std::string_view fault{};
};

/// Of each row, by number or by name.
std::vector<Whose> owners_of(std::span<const ImportRow> rows, std::span<const group::Pupil> pupils);

template <class Cell>
void refuse(Cell& cell, std::string_view reason) {
  cell.outcome = CellOutcome::refused;
  cell.reason = std::string(reason);
}

/// The cells by row, then by column. `read(cell, column, member, text)` says what becomes of one, with its column from 0; of a row that
/// is about nobody there is one cell, of column 0.
template <class Cell, class Read>
std::vector<Cell> cells_of(std::span<const ImportRow> rows, std::span<const group::Pupil> pupils, const Read& read) {
  const std::vector<Whose> owners = owners_of(rows, pupils);
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Cell of_row;
    of_row.row = static_cast<std::int32_t>(i + 1);
    const group::Pupil* const pupil = owners[i].pupil;
    if (pupil == nullptr) {
      refuse(of_row, owners[i].fault);
      cells.push_back(std::move(of_row));
      continue;
    }
    of_row.pupil_id = pupil->card.id;
    for (std::size_t j = 0; j < rows[i].cells.size(); ++j) {
      Cell& cell = cells.emplace_back(of_row);
      cell.column = static_cast<std::int32_t>(j + 1);
      read(cell, j, pupil->member, std::string_view(rows[i].cells[j]));
    }
  }
  return cells;
}

/// What was refused, by its place in the table.
template <class Cell>
std::optional<Error> refusals_of(const std::vector<Cell>& cells) {
  base::Fields fields;
  for (const Cell& cell : cells) {
    std::string path = "/items/" + std::to_string(cell.row - 1);
    path += cell.column == 0 ? "/pupil" : "/cells/" + std::to_string(cell.column - 1);
    fields.refuse_if(cell.outcome == CellOutcome::refused, std::move(path), cell.reason.value_or(""));
  }
  return fields.error();
}

/// How many cells came to this.
template <class Cell>
std::int32_t cells_that(const std::vector<Cell>& cells, CellOutcome outcome) {
  return static_cast<std::int32_t>(std::ranges::count(cells, outcome, &Cell::outcome));
}

}  // namespace ent::gradebook
