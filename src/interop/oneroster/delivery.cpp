#include "interop/oneroster/delivery.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/error.hpp"
#include "base/try.hpp"
#include "interop/oneroster/manifest.hpp"
#include "interop/source.hpp"

namespace ent::interop::oneroster {
namespace {

namespace fs = std::filesystem;

/// The CSV files of the folder, by name: what a folder gives first depends on the machine.
Result<std::vector<File>> csv_files(const std::string& folder) {
  std::vector<File> found;
  std::error_code fault;
  for (fs::directory_iterator entry(fs::path(folder), fault), end; !fault && entry != end; entry.increment(fault)) {
    std::string name = entry->path().filename().string();
    if (!name.ends_with(".csv") || !entry->is_regular_file(fault)) continue;
    found.push_back({entry->path().string(), std::move(name), -1, static_cast<std::int64_t>(entry->file_size(fault))});
  }
  if (fault) return base::fail(Errc::unavailable, "import.unreadable");
  std::ranges::sort(found, {}, &File::name);
  return found;
}

Manifest read_manifest(const std::string& path) {
  Manifest manifest;
  Source source(path);
  while (!source.ended()) {
    const std::string_view piece = source.next();
    manifest.feed(piece, source.ended());
  }
  return manifest;
}

}  // namespace

Result<Delivery> find_delivery(const std::string& folder, Notes& notes) {
  ENT_TRY(found, csv_files(folder));
  const auto take = [&found](const std::string& name) -> std::optional<File> {
    const auto file = std::ranges::find(found, name, &File::name);
    if (file == found.end()) return std::nullopt;
    File taken = std::move(*file);
    found.erase(file);
    return taken;
  };
  const std::optional<File> head = take(std::string(manifest_name));
  if (!head) return base::fail(Errc::invalid_argument, "import.no_files");
  const std::int32_t manifest_number = notes.add_file(head->name);
  const Manifest manifest = read_manifest(head->path);
  Delivery delivery;
  delivery.system_code = manifest.value_of("source.systemCode");
  delivery.broken = !manifest.check(notes, manifest_number);
  if (delivery.broken) return delivery;
  for (std::size_t i = 0; i < count_of_data; ++i) {
    const Table& table = table_of(static_cast<Data>(i));
    const Mode mode = manifest.mode_of(table);
    std::optional<File> file = take(std::string(table.name) + ".csv");
    if (file) file->number = notes.add_file(file->name);
    if (mode == Mode::bulk && !file) {
      notes.refuse({manifest_number, 0}, property_of(table), "import.file_missing");
      delivery.broken = true;
    } else if (mode != Mode::bulk && file) {
      notes.refuse({file->number, 0}, {}, "import.file_unexpected");
    } else if (mode == Mode::bulk) {
      delivery.files[i] = std::move(file);
    }
  }
  for (const File& other : found) notes.warn({notes.add_file(other.name), 0}, {}, "import.unknown_file");
  return delivery;
}

}  // namespace ent::interop::oneroster
