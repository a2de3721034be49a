#include "interop/aaf/files.hpp"

#include <algorithm>
#include <filesystem>

#include "base/date.hpp"
#include "base/error.hpp"

namespace ent::interop::aaf {
namespace {

namespace fs = std::filesystem;

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Takes the last part behind `_` off; empty when there is none.
std::string_view take_last(std::string_view& name) {
  const std::size_t at = name.rfind('_');
  if (at == std::string_view::npos) return {};
  const std::string_view last = name.substr(at + 1);
  name = name.substr(0, at);
  return last;
}

std::optional<FileKind> file_kind_of(std::string_view word) {
  if (word == "EtabEducNat") return FileKind::units;
  if (word == "PersRelEleve") return FileKind::relatives;
  if (word == "Eleve") return FileKind::pupils;
  if (word == "PersEducNat") return FileKind::staff;
  return std::nullopt;
}

}  // namespace

std::optional<File> describe_file(const std::string& name) {
  std::string_view left = name;
  if (!left.ends_with(".xml")) return std::nullopt;
  left.remove_suffix(4);
  const std::string_view number = take_last(left);
  const auto kind = file_kind_of(take_last(left));
  const std::string_view day = take_last(left);
  const std::string_view mode = take_last(left);
  if (number.size() != 4 || !all_digits(number) || !kind || day.size() != 8) return std::nullopt;
  if (mode != "Complet" && mode != "Delta") return std::nullopt;
  const auto date = base::parse_date(std::string(day.substr(0, 4)) + '-' + std::string(day.substr(4, 2)) + '-' +
                                     std::string(day.substr(6)));
  if (!date) return std::nullopt;
  File file;
  file.name = name;
  file.project = left;
  file.mode = mode == "Complet" ? ImportMode::full : ImportMode::delta;
  file.date = *date;
  file.kind = *kind;
  return file;
}

Result<std::vector<File>> find_files(const std::string& folder, ImportMode mode, const std::optional<Date>& date) {
  std::vector<File> found;
  std::error_code fault;
  for (fs::directory_iterator entry(fs::path(folder), fault), end; !fault && entry != end; entry.increment(fault)) {
    auto file = describe_file(entry->path().filename().string());
    if (!file || file->mode != mode || (date && file->date != *date) || !entry->is_regular_file(fault)) continue;
    file->path = entry->path().string();
    file->bytes = static_cast<std::int64_t>(entry->file_size(fault));
    found.push_back(std::move(*file));
  }
  if (fault) return base::fail(Errc::unavailable, "import.unreadable");
  if (found.empty()) return base::fail(Errc::invalid_argument, "import.no_files");
  for (const File& file : found) {
    if (file.project != found.front().project || file.date != found.front().date)
      return base::fail(Errc::invalid_argument, "import.several_deliveries");
  }
  std::ranges::sort(found, {}, [](const File& file) { return std::pair(file.kind, file.name); });
  return found;
}

}  // namespace ent::interop::aaf
