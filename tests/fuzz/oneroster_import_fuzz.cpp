// Whole imports of OneRoster deliveries into a portal that holds an invented collège. An input is files, one behind
// the other: each begins with a line "=users", or what else the file is called. Without "=manifest" there is one that
// tells of the files that are there. All is rehearsed, so that every input meets the same portal.
#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

#include "ent/import.hpp"
#include "ent/portal.hpp"
#include "expect.hpp"
#include "interop/oneroster/tables.hpp"
#include "parts.hpp"
#include "support/fresh_store.hpp"

namespace {

using namespace ent;
using fuzz::expect;
namespace oneroster = interop::oneroster;

void write(const test::FreshFolder& folder, std::string_view name, std::string_view content) {
  std::ofstream(folder.file(std::string(name) + ".csv"), std::ios::binary) << content;
}

/// The number of a table by the name of its file; count_of_data: there is no such file.
std::size_t table_called(std::string_view name) {
  std::size_t number = 0;
  while (number < oneroster::count_of_data && oneroster::table_of(static_cast<oneroster::Data>(number)).name != name) ++number;
  return number;
}

/// Writes the files of an input into a folder; whether there is any.
bool unpack(std::string_view input, const test::FreshFolder& folder) {
  std::array<bool, oneroster::count_of_data> there{};
  bool has_manifest = false;
  fuzz::for_each_part(input, 15, [&](std::string_view name, std::string_view content) {
    const std::size_t number = table_called(name);
    if (number < there.size()) there[number] = true;
    else if (name == "manifest") has_manifest = true;
    else return;
    write(folder, name, content);
  });
  if (has_manifest) return true;
  std::string manifest = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nsource.systemCode,Essai\n";
  for (std::size_t number = 0; number < there.size(); ++number) {
    const auto& table = oneroster::table_of(static_cast<oneroster::Data>(number));
    manifest += "file." + std::string(table.name) + (there[number] ? ",bulk\n" : ",absent\n");
  }
  write(folder, "manifest", manifest);
  return std::ranges::find(there, true) != there.end();
}

Portal college() {
  Portal portal = Portal::open(":memory:").value();
  Session session = portal.system();
  expect(import_oneroster(session, ENT_TEST_DATA "/oneroster").value().applied, "the collège is loaded");
  return portal;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Portal portal = college();
  const test::FreshFolder folder;
  if (!unpack({reinterpret_cast<const char*>(data), size}, folder)) return 0;
  Session session = portal.system();
  ImportOptions options;
  options.dry_run = true;
  options.most_absent_percent = 100;
  options.parents_are_legal = size % 2 == 0;
  const auto report = import_oneroster(session, folder.file(""), options);
  if (!report) {
    expect(report.error().code != Errc::internal, "an import ends in a report or a refusal", report.error().message);
    return 0;
  }
  expect(!report->applied, "a rehearsal keeps nothing");
  for (const ImportNote& note : report->notes) {
    expect(explain_reason(note.reason, "fr") != note.reason, "a note has a text for people", note.reason);
  }
  return 0;
}
