/// CSV files of one export: written beside their places, and put into them together at the end.
#pragma once

#include <array>
#include <cstdio>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ent::interop::oneroster {

/// Throws Exception (unavailable, export.unwritable) where the disk does not take it.
class CsvFile {
 public:
  explicit CsvFile(const std::string& path);

  void row(std::span<const std::string_view> cells);
  void row(std::initializer_list<std::string_view> cells) { row(std::span(cells.begin(), cells.size())); }
  void close();
  std::int64_t rows() const noexcept { return rows_; }  ///< The header among them.

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
  std::string line_;
  std::int64_t rows_ = 0;
};

/// The files of a folder. What is not kept goes with the object.
class PartFiles {
 public:
  explicit PartFiles(std::string folder);
  ~PartFiles();
  PartFiles(const PartFiles&) = delete;
  PartFiles& operator=(const PartFiles&) = delete;

  /// A new file, which will be `name`. To be closed before keep().
  CsvFile create(const std::string& name);
  /// Puts all into their places, the last created last.
  void keep();

 private:
  std::string part_of(const std::string& name) const;

  std::string folder_;
  std::vector<std::string> names_;
};

}  // namespace ent::interop::oneroster
