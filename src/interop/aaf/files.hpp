/// The files of one delivery, by their names: `<project>_Complet_<yyyymmdd>_<Kind>_<nnnn>.xml`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/import.hpp"
#include "ent/result.hpp"

namespace ent::interop::aaf {

/// In the order of reading: both ends of every link are known when it is read, but for those of a delta.
enum class FileKind : std::int32_t { units = 0, relatives = 1, pupils = 2, staff = 3 };

struct File {
  std::string path{};
  std::string name{};
  std::string project{};
  ImportMode mode{};
  Date date{};
  FileKind kind{};
  std::int64_t bytes = 0;
};

/// What a name tells; none: it is none of these files. Nomenclatures are none: nothing here is taken from them.
std::optional<File> describe_file(const std::string& name);

/// Those of one delivery, in the order of reading.
Result<std::vector<File>> find_files(const std::string& folder, ImportMode mode, const std::optional<Date>& date);

}  // namespace ent::interop::aaf
