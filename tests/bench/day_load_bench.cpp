// A school at eight in the morning: eight threads, of whose calls 95 in 100 read (weeks, homework, marks and home pages of
// families) and 5 are roll calls, against the same statements run by hand on as many connections and one that writes.
#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

#include "family.hpp"
#include "ratio.hpp"
#include "roll.hpp"

namespace {

using namespace ent::bench;
using ent::Portal;
using ent::Session;

constexpr std::size_t threads = 8;
constexpr int turns = 40, rounds = 12;  ///< Calls of a thread in a round: each twentieth is a roll call.

/// What a family reads, by hand: a connection of the thread's own to read with.
class FamilyByHand {
 public:
  FamilyByHand(const std::string& path, std::size_t thread) : store_(path) {
    Listening listening;
    const Portal portal = opened(path);
    Family family(portal, thread);
    for (int kind = 0; kind < Family::kinds; ++kind) {
      family.read(kind);
      listening.take();
      family.read(kind);
      replays_.emplace_back(store_, listening.take());
    }
  }
  void read(int kind) { benchmark::DoNotOptimize(replays_[static_cast<std::size_t>(kind)].run()); }

 private:
  RawStore store_;
  std::vector<Replay> replays_{};
};

/// Registers by hand: one connection that writes, and those who wait for it.
class RollsByHand {
 public:
  RollsByHand(const std::string& path, int count) : store_(path), heard_(roll_calls_heard(count)) {}
  /// Prepares those of a round.
  void prepare(std::size_t count) {
    prepared_.clear();
    for (std::size_t i = 0; i < count; ++i) prepared_.emplace_back(store_, heard_[next_++]);
    taken_ = 0;
  }
  void take_next() {
    const std::lock_guard lock(mutex_);
    benchmark::DoNotOptimize(prepared_[taken_++].run());
  }

 private:
  RawStore store_;
  std::vector<std::vector<std::string>> heard_;
  std::mutex mutex_;
  std::size_t next_ = 0, taken_ = 0;
  std::vector<Replay> prepared_{};
};

template <class Read, class Write>
void all_at_once(Read read, Write write) {
  std::vector<std::jthread> running;
  for (std::size_t thread = 0; thread < threads; ++thread) {
    running.emplace_back([&read, &write, thread] {
      for (int turn = 0; turn < turns; ++turn) {
        if (turn % 20 == static_cast<int>(thread)) {
          write(thread);
        } else {
          read(thread, turn % Family::kinds);
        }
      }
    });
  }
}

void eight_in_the_morning(benchmark::State& state) {
  constexpr int rolls = 1 + rounds * static_cast<int>(threads) * turns / 20;
  const std::string by_hand = Term::get().copy("load-raw");
  std::vector<std::unique_ptr<FamilyByHand>> hands;
  for (std::size_t thread = 0; thread < threads; ++thread) hands.push_back(std::make_unique<FamilyByHand>(by_hand, thread));
  RollsByHand rolls_by_hand(by_hand, rolls);
  const Portal portal = opened(Term::get().copy("load-ent"));
  std::vector<Family> families;
  std::vector<Session> heads;
  for (std::size_t thread = 0; thread < threads; ++thread) {
    families.emplace_back(portal, thread);
    heads.push_back(head_of(portal));
    for (int kind = 0; kind < Family::kinds; ++kind) families.back().read(kind);
  }
  std::atomic<int> next{0};
  take(heads[0], next++);
  rolls_by_hand.prepare(1);
  rolls_by_hand.take_next();
  compare(
      state,
      [&] { all_at_once([&](std::size_t thread, int kind) { hands[thread]->read(kind); }, [&](std::size_t) { rolls_by_hand.take_next(); }); },
      [&] {
        all_at_once([&](std::size_t thread, int kind) { families[thread].read(kind); },
                    [&](std::size_t thread) { take(heads[thread], next++); });
      },
      [&] { rolls_by_hand.prepare(threads * turns / 20); });
  const double calls = static_cast<double>(threads) * turns;
  state.counters["calls_per_s"] = 1e6 * calls / state.counters["ent_us"];
  state.counters["rate"] = state.counters["raw_us"] / state.counters["ent_us"];
}
BENCHMARK(eight_in_the_morning)->Iterations(rounds)->Unit(benchmark::kMillisecond);

}  // namespace
