/// A read that is asked again and again, as by a page that is reloaded, against its own statements run by hand.
#pragma once

#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "ratio.hpp"
#include "replay.hpp"
#include "term.hpp"

namespace ent::bench {

/// Beside the ratio `statements`, and what running them asks of SQLite: steps of its machine, and pages that it fetches.
template <class Open, class Read>
void compare_again(benchmark::State& state, const std::string& path, Open open, Read read) {
  const RawStore raw(path);
  auto listening = std::make_unique<Listening>();
  const Portal portal = opened(path);
  Session session = open(portal);
  must(read(session));
  listening->take();
  must(read(session));
  Replay replay(raw, listening->take());
  listening.reset();
  state.counters["statements"] = static_cast<double>(replay.size());
  replay.run();
  const Effort before = replay.effort();
  replay.run();
  const Effort after = replay.effort();
  state.counters["vm_steps"] = static_cast<double>(after.steps - before.steps);
  state.counters["page_fetches"] = static_cast<double>(after.pages - before.pages);
  compare(state, [&] { benchmark::DoNotOptimize(replay.run()); }, [&] { benchmark::DoNotOptimize(must(read(session))); });
}

}  // namespace ent::bench
