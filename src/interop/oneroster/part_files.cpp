#include "interop/oneroster/part_files.hpp"

#include <filesystem>

#include "base/error.hpp"

namespace ent::interop::oneroster {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail() { throw Exception(base::fail(Errc::unavailable, "export.unwritable")); }

bool needs_quotes(std::string_view cell) noexcept {
  return cell.find_first_of(",\"\r\n") != std::string_view::npos || cell.starts_with(' ') || cell.ends_with(' ');
}

void append(std::string& line, std::string_view cell) {
  if (!needs_quotes(cell)) {
    line.append(cell);
    return;
  }
  line.push_back('"');
  for (const char c : cell) {
    if (c == '"') line.push_back('"');
    line.push_back(c);
  }
  line.push_back('"');
}

}  // namespace

CsvFile::CsvFile(const std::string& path) : file_(std::fopen(path.c_str(), "wb")) {
  if (!file_) fail();
}

void CsvFile::row(std::span<const std::string_view> cells) {
  line_.clear();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line_.push_back(',');
    append(line_, cells[i]);
  }
  line_.append("\r\n");
  if (std::fwrite(line_.data(), 1, line_.size(), file_.get()) != line_.size()) fail();
  ++rows_;
}

void CsvFile::close() {
  if (std::fclose(file_.release()) != 0) fail();
}

PartFiles::PartFiles(std::string folder) : folder_(std::move(folder)) {
  std::error_code fault;
  fs::create_directories(fs::path(folder_), fault);
  if (fault) fail();
}

PartFiles::~PartFiles() {
  std::error_code fault;  // a file that can't be removed is no reason to hide why the export failed
  for (const std::string& name : names_) fs::remove(part_of(name), fault);
}

std::string PartFiles::part_of(const std::string& name) const { return (fs::path(folder_) / (name + ".part")).string(); }

CsvFile PartFiles::create(const std::string& name) {
  names_.push_back(name);
  return CsvFile(part_of(name));
}

void PartFiles::keep() {
  for (const std::string& name : names_) {
    std::error_code fault;
    fs::rename(part_of(name), fs::path(folder_) / name, fault);
    if (fault) fail();
  }
  names_.clear();
}

}  // namespace ent::interop::oneroster
