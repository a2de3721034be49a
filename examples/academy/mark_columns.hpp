/// Which columns of a table are marks.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>

#include "table.hpp"

namespace academy {

/// The last columns, from `first`.
struct MarkColumns {
  std::size_t first = 0;
  std::string stopped_by{};  ///< The cell for which the column before them is none; empty where its heading says so, or there is none.
};

/// The first that is headed by one of these names, in small letters without accents, whatever the case and accents of the heading.
std::optional<std::size_t> column_headed(const Table& table, std::initializer_list<const char*> names);

/// The last columns in which at least half of what stands is a mark out of 20 or a word for one, so that a slip turns none; from the
/// first in which something stands, and behind the last that is headed as the columns of a list of pupils are ("Nom", "Classe", "N°").
///
/// Throws std::runtime_error, with the line, column and cell, where the last column is none.
MarkColumns columns_of_marks(const std::string& path, const Table& table);

}  // namespace academy
