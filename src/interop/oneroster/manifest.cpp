#include "interop/oneroster/manifest.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ent::interop::oneroster {
namespace {

constexpr std::size_t most_lines = 1000;

}  // namespace

std::string version_property(std::string_view of) { return std::string(of) + ".version"; }

std::string property_of(const Table& table) { return "file." + std::string(table.name); }

void Manifest::feed(std::string_view piece, bool last) {
  parser_.feed(piece, last);
  for (const CsvRecord& record : parser_.records()) {
    readable_ = readable_ && lines_.size() < most_lines && std::ranges::all_of(record.cells, is_readable);
    if (!readable_) return;
    if (!has_header_) {
      has_header_ = true;
      header_fits_ = record.cells.size() >= 2 && base::trim(record.cells[0]) == "propertyName" && base::trim(record.cells[1]) == "value";
    } else {
      const std::string_view value = record.cells.size() > 1 ? record.cells[1] : std::string_view{};
      lines_.push_back({std::string(base::trim(record.cells[0])), std::string(base::trim(value)), record.line});
    }
  }
}

const Manifest::Line* Manifest::find(std::string_view property) const {
  const auto found = std::ranges::find(lines_, property, &Line::property);
  return found == lines_.end() ? nullptr : &*found;
}

std::string_view Manifest::value_of(std::string_view property) const {
  const Line* line = find(property);
  return line == nullptr ? std::string_view{} : std::string_view(line->value);
}

Mode Manifest::mode_of(const Table& table) const {
  const Line* line = find(property_of(table));
  if (line == nullptr) return Mode::unsaid;
  if (line->value == "absent") return Mode::absent;
  if (line->value == "bulk") return Mode::bulk;
  return line->value == "delta" ? Mode::delta : Mode::unknown;
}

bool Manifest::check(Notes& notes, std::int32_t file) const {
  const std::int64_t before = notes.count();
  const auto refuse = [&](std::int64_t line, std::string_view field, std::string_view reason) {
    notes.refuse({file, line}, field, reason);
  };
  if (!parser_.fault().empty()) {
    refuse(parser_.fault_line(), {}, parser_.fault());
  } else if (!readable_) {
    refuse(0, {}, "import.encoding");
  } else if (!header_fits_) {
    refuse(1, {}, "import.bad_header");
  } else {
    // A spreadsheet that makes 1.0 a 1 has made as much of other values: dates, and numbers that begin with 0.
    for (const auto& [of, expected] : {std::pair("manifest", "1.0"), std::pair("oneroster", "1.1")}) {
      const std::string property = version_property(of);
      const Line* line = find(property);
      if (line == nullptr || line->value != expected) refuse(line == nullptr ? 0 : line->number, property, "import.version");
    }
    for (const Line& line : lines_) {
      if (!line.property.starts_with("file.")) continue;
      if (line.value == "delta") refuse(line.number, line.property, "import.delta_unread");
      else if (line.value != "bulk" && line.value != "absent") refuse(line.number, line.property, "import.unknown_value");
    }
  }
  return notes.count() == before;
}

}  // namespace ent::interop::oneroster
