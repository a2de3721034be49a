/// Tables in files: values between semicolons, commas or tabs, in quotes or not, in UTF-8 or Windows-1252.
#pragma once

#include <string>
#include <vector>

namespace academy {

struct Table {
  std::vector<std::string> headings{};
  std::vector<std::vector<std::string>> rows{};  ///< Each as long as the headings; empty lines are left out.
};

/// Throws std::runtime_error where there is no such file, or no heading in it.
Table read_table(const std::string& path);

}  // namespace academy
