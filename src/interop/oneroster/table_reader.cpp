#include "interop/oneroster/table_reader.hpp"

#include <algorithm>
#include <charconv>

#include "base/date.hpp"
#include "base/text.hpp"
#include "interop/limits.hpp"

namespace ent::interop::oneroster {
namespace {


bool is_number(std::string_view value) noexcept {
  double number = 0;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number, std::chars_format::fixed);
  return fault == std::errc{} && end == value.data() + value.size();
}

/// The reason for which a value has not the form of its column; empty: it has.
std::string_view fault_of(const Column& column, std::string_view value) noexcept {
  switch (column.type) {
    case CellType::text:
    case CellType::list:
    case CellType::references: return {};
    case CellType::key:
    case CellType::reference: return base::count_characters(value) > longest_sourced_id ? "text.too_long" : std::string_view{};
    case CellType::date: return base::parse_date(value) ? std::string_view{} : "import.bad_date";
    case CellType::instant:
      return base::parse_instant(value) || base::parse_date(value) ? std::string_view{} : "import.bad_date";
    case CellType::boolean: return value == "true" || value == "false" ? std::string_view{} : "import.bad_boolean";
    case CellType::number: return is_number(value) ? std::string_view{} : "import.bad_number";
    case CellType::year: return civil_year_of_text(value) ? std::string_view{} : "import.bad_date";
    case CellType::choice:
      return std::ranges::find(column.choices, value) != column.choices.end() ? std::string_view{} : "import.unknown_value";
  }
  return {};
}

}  // namespace

TableReader::TableReader(Notes& notes, std::int32_t file, const Table& table, bool tells)
    : notes_(notes), file_(file), table_(table), tells_(tells) {
  row_.cells_.resize(table.columns.size());
  first_unkept_.resize(table.columns.size());
}

bool TableReader::feed(std::string_view piece, bool last) {
  parser_.feed(piece, last);
  next_ = 0;
  ended_ = last;
  return !broken_;
}

const Row* TableReader::next() {
  const auto records = parser_.records();
  if (!has_header_ && !broken_ && !records.empty()) read_header(records[next_++]);
  if (!broken_ && next_ < records.size()) {
    if (check(records[next_++])) return &row_;
  }
  if (broken_) return nullptr;
  if (!parser_.fault().empty()) {
    break_off(parser_.fault_line(), {}, parser_.fault());
  } else if (ended_ && !has_header_) {
    break_off(1, {}, "import.bad_header");
  } else if (ended_) {
    tell_what_is_not_kept();
    ended_ = false;
  }
  return nullptr;
}

void TableReader::read_header(const CsvRecord& record) {
  has_header_ = true;
  for (const std::string_view cell : record.cells) {
    if (!is_readable(cell)) return break_off(record.line, {}, "import.encoding");
    const std::string_view name = base::trim(cell);
    const auto found = std::ranges::find(table_.columns, name, &Column::name);
    if (found == table_.columns.end()) {
      column_of_cell_.emplace_back();
      if (tells_) notes_.warn({file_, record.line}, name, "import.not_kept");
      continue;
    }
    const auto column = static_cast<std::size_t>(found - table_.columns.begin());
    if (std::ranges::find(column_of_cell_, std::optional(column)) != column_of_cell_.end())
      return break_off(record.line, name, "import.bad_header");
    column_of_cell_.emplace_back(column);
  }
  broken_ = !check_header(record.line);
}

/// All that are missing are told: those who wrote the file mend it once.
bool TableReader::check_header(std::int64_t line) {
  bool complete = true;
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    const Column& column = table_.columns[i];
    if (column.extension || std::ranges::find(column_of_cell_, std::optional(i)) != column_of_cell_.end()) continue;
    if (tells_) notes_.refuse({file_, line}, column.name, "import.bad_header");
    complete = false;
  }
  return complete;
}

/// False: the file cannot be trusted.
bool TableReader::check(const CsvRecord& record) {
  row_.line_ = record.line;
  row_.refused_ = false;
  std::ranges::fill(row_.cells_, std::string_view{});
  const std::size_t cells = std::min(record.cells.size(), column_of_cell_.size());
  for (std::size_t i = 0; i < cells; ++i) {
    const auto column = column_of_cell_[i];
    if (!is_readable(record.cells[i])) {
      break_off(record.line, column ? table_.columns[*column].name : std::string_view{}, "import.encoding");
      return false;
    }
    if (column) row_.cells_[*column] = base::trim(record.cells[i]);
  }
  if (record.cells.size() != column_of_cell_.size()) {
    refuse(record.line, {}, "import.ragged_row");
    row_.refused_ = true;
    return true;
  }
  for (std::size_t i = 0; i < row_.cells_.size(); ++i) check_cell(i, row_.cells_[i]);
  return true;
}

void TableReader::check_cell(std::size_t column, std::string_view& value) {
  const Column& what = table_.columns[column];
  const bool matters = what.kept || !table_.kept;
  if (!value.empty() && !what.kept && first_unkept_[column] == 0) first_unkept_[column] = row_.line_;
  const std::string_view reason = !value.empty() ? fault_of(what, value)
                                  : what.required ? std::string_view("import.required_empty") : std::string_view{};
  if (reason.empty()) return;
  if (matters) {
    refuse(row_.line_, what.name, reason);
    row_.refused_ |= what.required || column == status_column;
  } else if (tells_) {
    notes_.warn({file_, row_.line_}, what.name, reason);
  }
  if (column != key_column) value = {};
}

void TableReader::refuse(std::int64_t line, std::string_view field, std::string_view reason) {
  if (tells_) notes_.refuse({file_, line}, field, reason);
}

void TableReader::break_off(std::int64_t line, std::string_view field, std::string_view reason) {
  broken_ = true;
  refuse(line, field, reason);
}

void TableReader::tell_what_is_not_kept() {
  if (!tells_) return;
  if (!table_.kept) return notes_.warn({file_, 0}, {}, "import.not_kept");
  for (std::size_t i = 0; i < first_unkept_.size(); ++i) {
    if (first_unkept_[i] != 0 && i != modified_column)
      notes_.warn({file_, first_unkept_[i]}, table_.columns[i].name, "import.not_kept");
  }
}

std::vector<std::string_view> list_of(std::string_view value) {
  std::vector<std::string_view> parts;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    const std::string_view part = base::trim(value.substr(0, comma));
    if (!part.empty()) parts.push_back(part);
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return parts;
}

std::optional<std::int32_t> civil_year_of_text(std::string_view value) noexcept {
  std::int32_t year = 0;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), year);
  const bool sound = value.size() == 4 && fault == std::errc{} && end == value.data() + value.size() && year > 1950 && year <= 2201;
  return sound ? std::optional(year) : std::nullopt;
}

bool is_deleted(const Row& row) noexcept { return row.at(status_column) == "tobedeleted"; }

}  // namespace ent::interop::oneroster
