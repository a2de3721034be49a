// What the faces add to a call of the library: typed C, and ent_call with JSON, over the same call in C++.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "ent/ent.h"
#include "ent/ops.h"
#include "ent/org.hpp"
#include "ratio.hpp"
#include "school.hpp"

namespace {

using namespace ent::bench;

/// One store, opened by both libraries.
struct BothFaces {
  BothFaces() : path(fresh()), school(path), in_cpp(school.portal.system()) {
    ent_open_options options = ENT_OPEN_OPTIONS_INIT;
    options.uri = {path.data(), path.size()};
    must(ent_portal_open(&options, &portal, nullptr));
    must(ent_portal_system(portal, &in_c, nullptr));
  }
  ~BothFaces() {
    ent_session_free(in_c);
    ent_portal_free(portal);
  }
  static void must(ent_status status) {
    if (status != ENT_OK) throw std::runtime_error("C call");
  }
  static std::string fresh() {
    const auto file = std::filesystem::temp_directory_path() / "ent-bench-call.db";
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
    return file.string();
  }

  std::string path;
  School school;
  ent::Session in_cpp;
  ent_portal* portal = nullptr;
  ent_session* in_c = nullptr;
};

/// Reports how much longer the second takes.
template <class Cpp, class Face>
void overhead(benchmark::State& state, Cpp cpp, Face face) {
  compare(state, cpp, face);
  state.counters["overhead_us"] = state.counters["ent_us"] - state.counters["raw_us"];
}

void cpp_call(ent::Session& session) {
  const auto view = ent::org::get(session, {.id = {School::org}});
  benchmark::DoNotOptimize(view.value().code.data());
}

void typed_c_call(benchmark::State& state) {
  BothFaces faces;
  ent_org_get_args args = ENT_ORG_GET_ARGS_INIT;
  args.id = School::org;
  overhead(state, [&] { cpp_call(faces.in_cpp); }, [&] {
    ent_doc* doc = nullptr;
    BothFaces::must(ent_org_get(faces.in_c, &args, nullptr, &doc, nullptr));
    ent_str code{};
    BothFaces::must(ent_doc_str(doc, "/code", &code));
    benchmark::DoNotOptimize(code.data);
    ent_doc_free(doc);
  });
}
BENCHMARK(typed_c_call)->Iterations(40'000)->Unit(benchmark::kMicrosecond);

void json_call(benchmark::State& state) {
  BothFaces faces;
  const ent_str operation = ENT_STR("org.get");
  const ent_str request = ENT_STR("{\"id\":1}");
  overhead(state, [&] { cpp_call(faces.in_cpp); }, [&] {
    ent_doc* doc = nullptr;
    BothFaces::must(ent_call(faces.in_c, operation, request, nullptr, &doc, nullptr));
    ent_str json{};
    BothFaces::must(ent_doc_json(doc, "", &json));
    benchmark::DoNotOptimize(json.data);
    ent_doc_free(doc);
  });
}
BENCHMARK(json_call)->Iterations(40'000)->Unit(benchmark::kMicrosecond);

}  // namespace
