/// Callers who all ask at the same time.
#pragma once

#include <cstddef>
#include <thread>
#include <vector>

namespace ent::bench {

inline constexpr std::size_t callers = 8;

/// Each does `work` so many times, with its number from 0.
template <class Work>
void at_once(int times, Work work) {
  std::vector<std::jthread> running;
  for (std::size_t caller = 0; caller < callers; ++caller) {
    running.emplace_back([&work, times, caller] {
      for (int time = 0; time < times; ++time) work(caller);
    });
  }
}

}  // namespace ent::bench
