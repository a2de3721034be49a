/// Two ways of doing the same, timed in turns in one process: the ratio of their medians.
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace ent::bench {

inline double median(std::vector<double>& times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

template <class Work>
double microseconds(Work&& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
}

/// Reports `raw_us`, `ent_us` and `ratio` as counters of the benchmark. `ready` is run before each turn, and not timed.
template <class Raw, class Ent, class Ready>
void compare(benchmark::State& state, Raw&& raw, Ent&& ent, Ready&& ready) {
  std::vector<double> raw_times;
  std::vector<double> ent_times;
  for (auto _ : state) {
    ready();
    raw_times.push_back(microseconds(raw));
    ent_times.push_back(microseconds(ent));
  }
  const double raw_median = median(raw_times);
  const double ent_median = median(ent_times);
  state.counters["raw_us"] = raw_median;
  state.counters["ent_us"] = ent_median;
  state.counters["ratio"] = ent_median / raw_median;
}

template <class Raw, class Ent>
void compare(benchmark::State& state, Raw&& raw, Ent&& ent) {
  compare(state, raw, ent, [] {});
}

}  // namespace ent::bench
