/// Tables in files: values between semicolons, commas or tabs, in quotes or not, in UTF-8 or Windows-1252.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace academy {

struct Row {
  std::size_t line = 0;              ///< Of the file, from 1, on which it begins.
  std::vector<std::string> cells{};  ///< A line each, without spaces around it; at least as many as there are headings.
};

struct Table {
  std::vector<std::string> headings{};  ///< Up to the last that is not blank.
  std::vector<Row> rows{};              ///< Blank lines are left out.
};

/// Throws std::runtime_error, which names the file, where it can't be read, has no heading, or has a quote without an end.
Table read_table(const std::string& path);

}  // namespace academy
