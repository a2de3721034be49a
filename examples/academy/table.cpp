#include "table.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

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

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " : fichier illisible");
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return is_utf8(text) ? text : utf8_of_latin1(text);
}

/// What stands most often in the first line.
char separator_of(const std::string& text) {
  const std::string first = text.substr(0, text.find('\n'));
  const auto times = [&](char c) { return std::ranges::count(first, c); };
  return std::ranges::max({';', ',', '\t'}, {}, times);
}

std::vector<std::vector<std::string>> lines_of(const std::string& text) {
  const char separator = separator_of(text);
  std::vector<std::vector<std::string>> lines(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = lines.back().back();
    const char c = text[i];
    if (c == '"') {
      if (quoted && i + 1 < text.size() && text[i + 1] == '"') cell.push_back(text[++i]);
      else quoted = !quoted;
    } else if (!quoted && c == separator) {
      lines.back().emplace_back();
    } else if (!quoted && c == '\n') {
      lines.push_back({""});
    } else if (quoted || c != '\r') {
      cell.push_back(c);
    }
  }
  std::erase_if(lines, [](const auto& line) { return std::ranges::all_of(line, &std::string::empty); });
  return lines;
}

}  // namespace

Table read_table(const std::string& path) {
  auto lines = lines_of(read_file(path));
  if (lines.empty()) throw std::runtime_error(path + " : aucun en-tête");
  Table table{.headings = std::move(lines.front())};
  for (std::size_t i = 1; i < lines.size(); ++i) {
    lines[i].resize(table.headings.size());
    table.rows.push_back(std::move(lines[i]));
  }
  return table;
}

}  // namespace academy
