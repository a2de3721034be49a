/// What the tests of FET share: texts and files, read and planned.
#pragma once

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "interop/fet/parser.hpp"
#include "interop/fet/plan.hpp"
#include "interop/fet/sets.hpp"

namespace ent::test {

inline const std::string fet_college = ENT_TEST_DATA "/fet/college.fet";

inline std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct ReadFet {
  interop::fet::Document document{};
  std::string fault{};  ///< "import.malformed_xml 3"; empty: none.
};

inline ReadFet read_fet(const std::string& text, std::size_t piece = std::string::npos) {
  interop::fet::Parser parser;
  std::string_view rest = text;
  for (bool last = false; !last;) {
    const std::string_view next = rest.substr(0, piece);
    rest.remove_prefix(next.size());
    last = rest.empty();
    if (!parser.feed(next, last)) return {{}, std::string(parser.fault()->reason) + " " + std::to_string(parser.fault()->line)};
  }
  return {parser.document(), {}};
}

/// "Id 3 import.bad_number" for each.
inline std::vector<std::string> problems_of(const interop::fet::Document& document) {
  std::vector<std::string> found;
  for (const auto& problem : document.problems)
    found.push_back(std::string(problem.field) + " " + std::to_string(problem.line) + " " + std::string(problem.reason));
  return found;
}

/// Where the real files lie; empty: nowhere, and it was said that the test is skipped.
inline std::string shared_fet() {
  const char* given = std::getenv("ENT_SHARED_DATA");
  const std::string folder = (given != nullptr ? std::string(given) : ENT_TEST_DATA "/../../../shared/data") + "/fet";
  if (std::filesystem::exists(folder)) return folder;
  BOOST_TEST_MESSAGE("No shared data: skipped.");
  return {};
}

/// The rows of a table without quotes, by the names of its columns.
inline std::vector<std::map<std::string, std::string>> table_of(const std::string& path) {
  std::ifstream file(path);
  const auto cells_of = [](std::string line) {
    if (line.ends_with('\r')) line.pop_back();
    std::vector<std::string> cells;
    std::istringstream in(line + ',');
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    return cells;
  };
  std::vector<std::map<std::string, std::string>> rows;
  std::string line;
  std::getline(file, line);
  const auto names = cells_of(line);
  while (std::getline(file, line)) {
    const auto cells = cells_of(line);
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = i < cells.size() ? cells[i] : std::string();
  }
  return rows;
}

}  // namespace ent::test
