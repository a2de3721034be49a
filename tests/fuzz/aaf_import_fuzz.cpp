// Whole imports of AAF deliveries into a portal that holds an invented collège. An input is files, one behind the
// other: each begins with a line "=S", "=R", "=E" or "=P" (units, relatives, pupils, staff). "D" before the first makes
// it a delta. All is rehearsed, so that every input meets the same portal.
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

#include "ent/import.hpp"
#include "ent/portal.hpp"
#include "expect.hpp"
#include "parts.hpp"
#include "support/fresh_store.hpp"

namespace {

using namespace ent;
using fuzz::expect;

std::string_view kind_of(char letter) {
  switch (letter) {
    case 'S': return "EtabEducNat";
    case 'R': return "PersRelEleve";
    case 'E': return "Eleve";
    case 'P': return "PersEducNat";
    default: return "Autre";
  }
}

/// Writes the files of an input into a folder; whether there is any.
bool unpack(std::string_view input, const test::FreshFolder& folder, std::string_view mode) {
  int number = 0;
  fuzz::for_each_part(input, 6, [&](std::string_view kind, std::string_view content) {
    if (kind.size() != 1) return;
    std::string name = "ENT_" + std::string(mode) + "_20250905_" + std::string(kind_of(kind[0])) + "_000";
    name += std::to_string(number++) + ".xml";
    std::ofstream(folder.file(name), std::ios::binary) << content;
  });
  return number > 0;
}

void check(const ImportReport& report) {
  expect(report.refusals >= 0 && report.warnings >= 0, "notes are counted");
  for (const ImportNote& note : report.notes) {
    expect(explain_reason(note.reason, "fr") != note.reason, "a note has a text for people", note.reason);
  }
}

Portal college() {
  Portal portal = Portal::open(":memory:").value();
  Session session = portal.system();
  expect(import_aaf(session, ENT_TEST_DATA "/aaf2d").value().applied, "the collège is loaded");
  return portal;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Portal portal = college();
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const bool delta = input.starts_with('D');
  const test::FreshFolder folder;
  if (!unpack(input, folder, delta ? "Delta" : "Complet")) return 0;
  Session session = portal.system();
  ImportOptions options;
  options.mode = delta ? ImportMode::delta : ImportMode::full;
  options.dry_run = true;
  options.most_absent_percent = 100;
  const auto report = import_aaf(session, folder.file(""), options);
  if (report) {
    check(*report);
  } else {
    expect(report.error().code != Errc::internal, "an import ends in a report or a refusal", report.error().message);
  }
  return 0;
}
