/// Reads a file of a table: header, rows, and whether each cell has the form of its column.
///
/// It works on bytes in memory, cut anywhere; opening files is its caller's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ent/time.hpp"
#include "interop/notes.hpp"
#include "interop/oneroster/csv.hpp"
#include "interop/oneroster/tables.hpp"

namespace ent::interop::oneroster {

/// A row by the places of its table's columns. Views hold until the next piece is fed.
class Row {
 public:
  std::int64_t line() const noexcept { return line_; }
  /// Something that the store needs of it is missing or malformed: it is there, but left out.
  bool refused() const noexcept { return refused_; }
  /// Without white space at its ends; empty where the file has no such column, or the value was left out.
  std::string_view at(std::size_t column) const noexcept { return cells_[column]; }
  std::string_view key() const noexcept { return cells_[key_column]; }

 private:
  friend class TableReader;
  std::int64_t line_ = 0;
  bool refused_ = false;
  std::vector<std::string_view> cells_;
};

class TableReader {
 public:
  /// `tells`: whether faults go into the notes; a file that is read again has told them.
  TableReader(Notes& notes, std::int32_t file, const Table& table, bool tells);

  /// The next piece. False: the file cannot be trusted, and the notes say why.
  bool feed(std::string_view piece, bool last);

  /// The rows that this piece has completed, in turn; nullptr: no more, or the file cannot be trusted from here on.
  const Row* next();

  bool broken() const noexcept { return broken_; }

 private:
  void read_header(const CsvRecord& record);
  bool check_header(std::int64_t line);
  bool check(const CsvRecord& record);
  void check_cell(std::size_t column, std::string_view& value);
  void refuse(std::int64_t line, std::string_view field, std::string_view reason);
  void break_off(std::int64_t line, std::string_view field, std::string_view reason);
  void tell_what_is_not_kept();

  Notes& notes_;
  std::int32_t file_;
  const Table& table_;
  bool tells_;
  bool broken_ = false;
  bool has_header_ = false;
  bool ended_ = false;
  CsvParser parser_;
  std::size_t next_ = 0;  ///< Of the parser's records.
  std::vector<std::optional<std::size_t>> column_of_cell_;
  std::vector<std::int64_t> first_unkept_;  ///< By column: the first line with a value that is not kept; 0: none.
  Row row_;
};

/// The parts of a list, without white space around them and without empty ones.
std::vector<std::string_view> list_of(std::string_view value);

/// A civil year: that in which a school year ends.
std::optional<std::int32_t> civil_year_of_text(std::string_view value) noexcept;

/// `tobedeleted` in a file that holds all that there is.
bool is_deleted(const Row& row) noexcept;

}  // namespace ent::interop::oneroster
