// scenarios FACE PLACE FILE...: plays each scenario through one face, on a new store each.
#include <cstdio>
#include <map>

#include "scenario/play.hpp"
#include "support/fresh_store.hpp"

namespace {

using namespace ent::test;

const std::map<std::string, std::unique_ptr<Face> (*)()> faces{
    {"cpp", &make_cpp_face},
    {"cpp_json", &make_cpp_json_face},
    {"c", &make_c_face},
    {"c_json", &make_c_json_face},
};
const std::map<std::string, Place> engines{{"sqlite", Place::file}, {"postgres", Place::postgres}};
constexpr int skipped = 77;

int run(int count, char** arguments) {
  const auto make_face = faces.at(arguments[1]);
  const Place place = engines.at(arguments[2]);
  if (place == Place::postgres && postgres_uri().empty()) return skipped;
  int calls = 0;
  int troubles = 0;
  for (int i = 3; i < count; ++i) {
    const FreshStore store(place);
    try {
      calls += play(read_script(arguments[i]), *make_face(), store.uri());
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
