/// The manifest of a delivery: which files it has, how much each holds, and what wrote it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "interop/notes.hpp"
#include "interop/oneroster/csv.hpp"
#include "interop/oneroster/tables.hpp"

namespace ent::interop::oneroster {

inline constexpr std::string_view manifest_name = "manifest.csv";

enum class Mode : std::uint8_t { unsaid, absent, bulk, delta, unknown };

class Manifest {
 public:
  /// The next piece, cut anywhere.
  void feed(std::string_view piece, bool last);

  /// Empty: not said.
  std::string_view value_of(std::string_view property) const;
  Mode mode_of(const Table& table) const;

  /// Tells what is wrong with it; false: the delivery cannot be trusted, or is of a kind that is not read.
  bool check(Notes& notes, std::int32_t file) const;

 private:
  struct Line {
    std::string property{};
    std::string value{};
    std::int64_t number = 0;
  };
  const Line* find(std::string_view property) const;

  CsvParser parser_{{.cell = 1000, .record = 10'000, .cells = 10}};
  std::vector<Line> lines_;
  bool has_header_ = false;
  bool header_fits_ = false;
  bool readable_ = true;  ///< UTF-8, and no more lines than a manifest can have.
};

/// Where the version of the manifest, or of the format, stands.
std::string version_property(std::string_view of);
/// `file.users` for users.csv.
std::string property_of(const Table& table);

}  // namespace ent::interop::oneroster
