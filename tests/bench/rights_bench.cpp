// What a decision costs inside an open unit, and the facts that it rests on.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "access/rights.hpp"
#include "school.hpp"

namespace {

using ent::bench::School;
namespace access = ent::access;

/// One school for all benchmarks of this file, on disk.
School& school() {
  static const std::string path = [] {
    const auto file = std::filesystem::temp_directory_path() / "ent-bench-rights.db";
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
    return file.string();
  }();
  static School one(path);
  return one;
}

const ent::Instant now = ent::Instant{ent::Date{std::chrono::days{20'700}}};

struct Reader {
  std::unique_ptr<ent::store::Connection> store = school().portal.state().database->connect_reader();
  Reader() { store->begin_read(); }
  ~Reader() { store->rollback(); }
};

access::Actor actor(std::int64_t number) {
  return {0, School::first_teacher + number, ent::Profile::teacher, {}, 0};
}

access::Target pupil(std::int64_t number) { return {.org = School::org, .person = School::first_pupil + number}; }

void check_hot_actor(benchmark::State& state) {
  Reader reader;
  access::Rights rights(actor(3));
  rights.begin(now, ent::Date{std::chrono::days{20'700}});
  std::int64_t next = 0;
  for (auto _ : state) {
    next = next == 24 ? 0 : next + 1;
    benchmark::DoNotOptimize(rights.decide(*reader.store, access::Perm::homework_read, pupil(next + 525)));
  }
}
BENCHMARK(check_hot_actor);

void check_random_actor(benchmark::State& state) {
  Reader reader;
  std::vector<std::unique_ptr<access::Rights>> all;
  for (std::int64_t i = 0; i < School::teachers; ++i) {
    all.push_back(std::make_unique<access::Rights>(actor(i)));
    all.back()->begin(now, ent::Date{std::chrono::days{20'700}});
    for (std::int64_t one = 0; one < School::pupils; ++one) {
      static_cast<void>(all.back()->decide(*reader.store, access::Perm::homework_read, pupil(one)));
    }
  }
  std::uint64_t random = 1;
  for (auto _ : state) {
    random = random * 6364136223846793005U + 1442695040888963407U;
    access::Rights& rights = *all[(random >> 33) % all.size()];
    benchmark::DoNotOptimize(
        rights.decide(*reader.store, access::Perm::homework_read, pupil(static_cast<std::int64_t>((random >> 40) % 600))));
  }
}
BENCHMARK(check_random_actor);

void build_reach_of_a_teacher(benchmark::State& state) {
  Reader reader;
  for (auto _ : state) {
    access::Rights rights(actor(3));
    rights.begin(now, ent::Date{std::chrono::days{20'700}});
    benchmark::DoNotOptimize(rights.decide(*reader.store, access::Perm::homework_read, pupil(530)));
  }
}
BENCHMARK(build_reach_of_a_teacher);

}  // namespace
