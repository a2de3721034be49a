/// Work that eight threads do at once.
#pragma once

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "ent/result.hpp"

namespace ent::test::threads {

constexpr int thread_count = 8;

/// Runs `work(number of the thread)` on eight threads and answers what each found wrong. The checks of the test
/// framework are for one thread, so they are made afterwards.
template <class Work>
std::vector<std::string> on_threads(Work work) {
  std::vector<std::string> faults(thread_count);
  std::atomic<int> ready{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < thread_count; ++i) {
    threads.emplace_back([&, i] {
      ++ready;
      while (ready < thread_count) std::this_thread::yield();
      try {
        work(i);
      } catch (const std::exception& exception) {
        faults[static_cast<std::size_t>(i)] = exception.what();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  return faults;
}

inline void expect_no_fault(const std::vector<std::string>& faults) {
  for (const std::string& fault : faults) BOOST_TEST(fault == "");
}

/// The value of an answer, on any thread.
template <class T>
T needed(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().reason);
  return *std::move(result);
}

}  // namespace ent::test::threads
