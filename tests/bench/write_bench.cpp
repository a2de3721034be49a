// A write of 1 + 30 rows with permission, audit and event, against the same by hand: alone, and durable with
// eight callers on a disk whose syncs take 2 ms longer.
#include <sqlite3.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "ent/group.hpp"
#include "ratio.hpp"
#include "raw_group.hpp"
#include "school.hpp"
#include "slow_sync.hpp"
#include "support/acting.hpp"

namespace {

using namespace ent::bench;

constexpr std::size_t members = 30;
constexpr int callers = 8;

/// A school in a file, and the same in another for what is written by hand.
struct TwoSchools {
  TwoSchools(const std::string& name, ent::Durability durability)
      : path(fresh(name)), school(path, durability), copy(copied(path)), raw(copy, durability == ent::Durability::full) {
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(members); ++i) people.push_back({School::first_pupil + i});
    for (const ent::PersonId person : people) ids.push_back(person.value);
  }

  ent::Session head() const { return ent::test::acting(school.portal, {School::head}, ent::Profile::head); }
  ent::group::Add input() const {
    return {.org_id = {School::org}, .kind = ent::group::Kind::manual, .name = "Club", .member_ids = people};
  }

  std::string path;
  School school;
  std::string copy;
  RawStore raw;
  std::vector<ent::PersonId> people{};
  std::vector<std::int64_t> ids{};

 private:
  static std::string fresh(const std::string& name) {
    const auto file = std::filesystem::temp_directory_path() / ("ent-bench-" + name + ".db");
    for (const char* copy : {"", ".raw"}) {
      for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + copy + end);
    }
    return file.string();
  }
  static std::string copied(const std::string& path) {
    RawStore(path, false).run(("VACUUM INTO '" + path + ".raw'").c_str());
    return path + ".raw";
  }
};

std::int64_t now_us() {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

void must(const ent::Result<ent::group::View>& result) {
  if (!result) throw std::runtime_error(result.error().reason);
}

void write_alone(benchmark::State& state) {
  TwoSchools both("write", ent::Durability::normal);
  RawGroups groups(both.raw);
  ent::Session head = both.head();
  const ent::group::Add input = both.input();
  compare(
      state,
      [&] {
        groups.begin();
        groups.add(School::head, School::org, both.ids, now_us());
        groups.commit();
      },
      [&] { must(ent::group::add(head, input)); });
}
BENCHMARK(write_alone)->Iterations(4000)->Unit(benchmark::kMicrosecond);

/// Group commit by hand: the first who comes writes for all who wait.
class RawQueue {
 public:
  explicit RawQueue(const TwoSchools& both) : both_(both), groups_(both.raw) {}

  void add() {
    std::unique_lock lock(mutex_);
    const std::uint64_t mine = ++asked_;
    while (done_ < mine && led_) changed_.wait(lock);
    if (done_ >= mine) return;
    led_ = true;
    const std::uint64_t last = asked_;
    const std::uint64_t first = done_;
    lock.unlock();
    groups_.begin();
    for (std::uint64_t one = first; one < last; ++one) groups_.add(School::head, School::org, both_.ids, now_us());
    groups_.commit();
    lock.lock();
    done_ = last;
    led_ = false;
    changed_.notify_all();
  }

 private:
  const TwoSchools& both_;
  RawGroups groups_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t asked_ = 0;
  std::uint64_t done_ = 0;
  bool led_ = false;
};

/// The time in which each of the callers has done its work `times` times.
template <class Work>
void at_once(int times, Work work) {
  std::vector<std::jthread> threads;
  for (int caller = 0; caller < callers; ++caller) {
    threads.emplace_back([&work, times, caller] {
      for (int time = 0; time < times; ++time) work(caller);
    });
  }
}

void write_durably_at_once(benchmark::State& state) {
  install_slow_sync();
  TwoSchools both("durable", ent::Durability::full);
  RawQueue queue(both);
  std::vector<ent::Session> heads;
  for (int caller = 0; caller < callers; ++caller) heads.push_back(both.head());
  const ent::group::Add input = both.input();
  set_added_to_sync(std::chrono::milliseconds(2));
  constexpr int times = 25;
  compare(
      state, [&] { at_once(times, [&](int) { queue.add(); }); },
      [&] { at_once(times, [&](int caller) { must(ent::group::add(heads[static_cast<std::size_t>(caller)], input)); }); });
  set_added_to_sync(std::chrono::microseconds(0));
  state.counters["writes_per_s"] = 1e6 * callers * times / state.counters["ent_us"];
}
BENCHMARK(write_durably_at_once)->Iterations(15)->Unit(benchmark::kMillisecond);

}  // namespace
