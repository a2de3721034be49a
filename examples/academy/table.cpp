#include "table.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "french.hpp"

namespace academy {
namespace {

std::string utf8_of_latin1(const std::string& text) {
  std::string made;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      made.push_back(c);
    } else {
      made.push_back(static_cast<char>(0xC0 | (byte >> 6)));
      made.push_back(static_cast<char>(0x80 | (byte & 0x3F)));
    }
  }
  return made;
}

/// Whether each byte beyond ASCII stands in a sequence of UTF-8.
bool is_utf8(const std::string& text) {
  int expected = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = (byte & 0xC0) == 0x80;
    if (continues != (expected > 0)) return false;
    if (continues) --expected;
    else if (byte >= 0xF0) expected = 3;
    else if (byte >= 0xE0) expected = 2;
    else if (byte >= 0xC0) expected = 1;
  }
  return expected == 0;
}

std::string read_file(const std::string& path) try {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " : fichier illisible");
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return is_utf8(text) ? text : utf8_of_latin1(text);
} catch (const std::ios_base::failure&) {  // a folder, or a disk that fails
  throw std::runtime_error(path + " : fichier illisible");
}

/// What stands most often in the first line.
char separator_of(const std::string& text) {
  const std::string first = text.substr(0, text.find('\n'));
  const auto times = [&](char c) { return std::ranges::count(first, c); };
  return std::ranges::max({';', ',', '\t'}, {}, times);
}

bool is_blank(const std::string& cell) { return cell.find_first_not_of(' ') == cell.npos; }

void tidy(std::string& cell) {
  cell = one_line(std::move(cell));
  cell.erase(cell.find_last_not_of(' ') + 1);
  cell.erase(0, cell.find_first_not_of(' '));
}

std::vector<Row> rows_of(const std::string& path, const std::string& text) {
  const char separator = separator_of(text);
  std::vector<Row> rows(1, {1, {""}});
  std::size_t line = 1, quoted_from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = rows.back().cells.back();
    const char c = text[i];
    if (c == '\n') ++line;
    if (c == '"') {
      if (quoted_from != 0 && i + 1 < text.size() && text[i + 1] == '"') cell.push_back(text[++i]);
      else quoted_from = quoted_from == 0 ? line : 0;
    } else if (quoted_from == 0 && c == separator) {
      rows.back().cells.emplace_back();
    } else if (quoted_from == 0 && c == '\n') {
      rows.push_back({line, {""}});
    } else if (quoted_from != 0 || c != '\r') {
      cell.push_back(c);
    }
  }
  if (quoted_from != 0) throw std::runtime_error(path + ", ligne " + std::to_string(quoted_from) + " : un guillemet n'est jamais fermé");
  std::erase_if(rows, [](const Row& row) { return std::ranges::all_of(row.cells, is_blank); });
  for (Row& row : rows) std::ranges::for_each(row.cells, tidy);
  return rows;
}

/// Spreadsheets write separators behind the last column.
void drop_blank_end(std::vector<std::string>& cells) {
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
}

}  // namespace

Table read_table(const std::string& path) {
  Table table{.rows = rows_of(path, read_file(path))};
  if (table.rows.empty()) throw std::runtime_error(path + " : aucun en-tête");
  table.headings = std::move(table.rows.front().cells);
  table.rows.erase(table.rows.begin());
  drop_blank_end(table.headings);
  for (Row& row : table.rows) {
    drop_blank_end(row.cells);
    if (row.cells.size() < table.headings.size()) row.cells.resize(table.headings.size());
  }
  return table;
}

}  // namespace academy
