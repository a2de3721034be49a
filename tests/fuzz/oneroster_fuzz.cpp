// The readers of OneRoster's CSV: whatever the bytes, they end in rows or in a fault, and where a file is cut into
// pieces does not matter. The first byte of an input says which table the rest is; "m" is the manifest.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ent/import.hpp"
#include "expect.hpp"
#include "interop/oneroster/csv.hpp"
#include "interop/oneroster/manifest.hpp"
#include "interop/oneroster/table_reader.hpp"

namespace {

using namespace ent::interop;
using namespace ent::interop::oneroster;
using ent::fuzz::expect;

/// Calls `feed(piece, last)` until it answers false or the file has ended.
template <class Feed>
void feed_pieces(std::string_view file, std::size_t piece, Feed feed) {
  for (bool last = false; !last;) {
    const std::string_view next = file.substr(0, piece);
    file.remove_prefix(next.size());
    last = file.empty();
    if (!feed(next, last)) return;
  }
}

std::string read_records(std::string_view file, std::size_t piece, const CsvLimits& limits, std::string* written = nullptr) {
  CsvParser parser(limits);
  std::string told;
  feed_pieces(file, piece, [&](std::string_view next, bool last) {
    const bool sound = parser.feed(next, last);
    expect(sound == parser.fault().empty(), "a piece that is refused has a fault");
    for (const CsvRecord& record : parser.records()) {
      told += std::to_string(record.line) + ':';
      for (const std::string_view cell : record.cells) told.append(cell).push_back('\x1F');
      told.push_back('\n');
      if (written == nullptr) continue;
      for (std::size_t i = 0; i < record.cells.size(); ++i) {
        *written += i == 0 ? "\"" : ",\"";
        for (const char c : record.cells[i]) written->append(c == '"' ? 2 : 1, c);
        *written += '"';
      }
      *written += "\r\n";
    }
    return sound;
  });
  if (!parser.fault().empty()) told += std::to_string(parser.fault_line()) + ' ' + std::string(parser.fault());
  return told;
}

/// Without the numbers of lines: of a file that was written anew they are others.
std::string cells_of(std::string_view told) {
  std::string cells;
  while (!told.empty()) {
    const std::size_t colon = told.find(':');
    if (colon == std::string_view::npos) break;
    std::size_t end = colon;
    do end = told.find('\n', end + 1);
    while (end != std::string_view::npos && told[end - 1] != '\x1F');
    cells += told.substr(colon, end == std::string_view::npos ? end : end - colon);
    told.remove_prefix(end == std::string_view::npos ? told.size() : end + 1);
  }
  return cells;
}

void check_records(std::string_view file, std::size_t piece) {
  std::string written;
  const std::string whole = read_records(file, std::string_view::npos, {}, &written);
  expect(read_records(file, piece, {}) == whole, "records are read alike in any pieces", whole);
  constexpr CsvLimits narrow{.cell = 20, .record = 60, .cells = 5};
  expect(read_records(file, piece, narrow) == read_records(file, std::string_view::npos, narrow),
         "limits are met alike in any pieces", whole);
  if (whole.find("import.csv") != std::string::npos || file.find('\x1F') != std::string_view::npos) return;
  const std::string again = read_records(written, piece, {});
  expect(cells_of(again) == cells_of(whole), "what is written in quotes is read back", again);
}

/// All that the notes say.
std::string text_of(const ent::ImportReport& report) {
  std::string told = std::to_string(report.refusals) + '/' + std::to_string(report.warnings) + '\n';
  for (const ent::ImportNote& note : report.notes) {
    expect(ent::explain_reason(note.reason, "fr") != note.reason, "a note has a text for people", note.reason);
    told += note.file + ' ' + std::to_string(note.line) + ' ' + note.field + ' ' + note.reason + '\n';
  }
  return told;
}

std::string read_table(std::string_view file, std::size_t piece, const Table& table) {
  ent::ImportReport report;
  Notes notes(report, 1000);
  TableReader reader(notes, notes.add_file("file"), table, true);
  std::string told;
  feed_pieces(file, piece, [&](std::string_view next, bool last) {
    const bool sound = reader.feed(next, last);
    while (const Row* row = reader.next()) {
      told += std::to_string(row->line()) + (row->refused() ? '-' : '+');
      for (std::size_t i = 0; i < table.columns.size(); ++i) told.append(row->at(i)).push_back('\x1F');
    }
    return sound && !reader.broken();
  });
  return told + text_of(report);
}

std::string read_manifest(std::string_view file, std::size_t piece) {
  ent::ImportReport report;
  Notes notes(report, 1000);
  Manifest manifest;
  feed_pieces(file, piece, [&](std::string_view next, bool last) { return manifest.feed(next, last), true; });
  std::string told = manifest.check(notes, notes.add_file("file")) ? "sound" : "broken";
  for (std::size_t data = 0; data < count_of_data; ++data) {
    told += std::to_string(static_cast<int>(manifest.mode_of(table_of(static_cast<Data>(data)))));
  }
  return told + std::string(manifest.value_of("source.systemCode")) + text_of(report);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view file(reinterpret_cast<const char*>(data), size);
  const char which = file[0];
  file.remove_prefix(1);
  const std::size_t piece = 1 + size % 61;
  check_records(file, piece);
  const auto read = [&](std::size_t pieces) {
    if (which == 'm') return read_manifest(file, pieces);
    return read_table(file, pieces, table_of(static_cast<Data>(static_cast<unsigned char>(which) % count_of_data)));
  };
  const std::string whole = read(std::string_view::npos);
  expect(read(piece) == whole, "a file is read alike in any pieces", whole);
  return 0;
}
