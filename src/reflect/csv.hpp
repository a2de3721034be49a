/// Lists of records as CSV, as French spreadsheets read it: UTF-8 with a byte order mark, `;` between the cells, CRLF
/// behind the rows, headings and words in French, dates as 31/12/2026.
///
/// A record within a record gives its own columns; a list within it stands in one cell. A text that a spreadsheet would
/// take for a formula has an apostrophe before it.
#pragma once

#include <string>
#include <string_view>

#include "reflect/type.hpp"

namespace ent::reflect {

/// The byte order mark and the row of headings of a list, which is a table (arrow.hpp).
void write_csv_headings(const Type& list, std::string& out);
/// The rows of the list at `rows`: those of several pages may follow one another.
void write_csv_rows(const Type& list, const void* rows, std::string& out);

/// How a field is called in French at the head of a column; empty: nobody has said.
std::string_view french_heading(std::string_view field) noexcept;
/// A word of an enumeration in French; empty: nobody has said.
std::string_view french_word(std::string_view word) noexcept;

}  // namespace ent::reflect
