// scenarios FACE PLACE FILE...: plays each scenario through one face, on a new store each, and checks the store.
// scenarios complete FILE...: says what no scenario tells of.
#include <cstdio>
#include <map>

#include "ent/portal.hpp"
#include "scenario/complete.hpp"
#include "scenario/play.hpp"
#include "support/portal_store.hpp"

namespace {

using ent::Portal;
using namespace ent::test;

const std::map<std::string, std::unique_ptr<Face> (*)()> faces{
    {"cpp", &make_cpp_face},
    {"cpp_json", &make_cpp_json_face},
    {"c", &make_c_face},
    {"c_json", &make_c_json_face},
};
const std::map<std::string, Place> engines{{"sqlite", Place::file}, {"postgres", Place::postgres}};
constexpr int skipped = 77;

int tell_what_is_untold(const std::vector<std::string>& files) {
  const std::vector<std::string> missing = untold(files);
  for (const std::string& line : missing) std::printf("%s\n", line.c_str());
  return missing.empty() ? 0 : 1;
}

/// Whatever is called, the rows do not contradict one another afterwards.
void expect_sound(const std::string& file, const std::string& uri) {
  const auto report = Portal::open(uri).value().check({ent::CheckLevel::full}).value();
  for (const ent::CheckFinding& finding : report.findings) {
    throw Trouble(file + ": is not sound: " + finding.reason + " " + finding.place);
  }
}

int run(int count, char** arguments) {
  if (std::string(arguments[1]) == "complete") return tell_what_is_untold({arguments + 2, arguments + count});
  const auto make_face = faces.at(arguments[1]);
  const Place place = engines.at(arguments[2]);
  if (place == Place::postgres && postgres_uri().empty()) return skipped;
  int calls = 0;
  int troubles = 0;
  for (int i = 3; i < count; ++i) {
    const PortalStore store(place);
    try {
      const Script script = read_script(arguments[i]);
      const auto face = make_face();
      face->open(store.uri());
      calls += play(script, *face).calls;
      if (place == Place::file) expect_sound(arguments[i], store.uri());
    } catch (const Trouble& trouble) {
      std::printf("%s\n", trouble.what());
      ++troubles;
    }
  }
  std::printf("%d scenarios, %d calls, %d went wrong\n", count - 3, calls, troubles);
  return calls > 0 && troubles == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return run(count, arguments);
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "%s\n", exception.what());
    return 2;
  }
}
