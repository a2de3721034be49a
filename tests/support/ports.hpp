/// Ports that a test holds in its hand.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "ent/ports.hpp"

namespace ent::test {

/// Stands still until it is moved. Begins on Monday 14 September 2026, 10:00 in Paris.
class FrozenClock final : public Clock {
 public:
  static constexpr Instant first{std::chrono::sys_days{std::chrono::year{2026} / 9 / 14} + std::chrono::hours{8}};

  Instant now() override { return Instant{std::chrono::microseconds{now_.load()}}; }
  void set(Instant instant) { now_ = instant.time_since_epoch().count(); }
  void pass(std::chrono::microseconds time) { now_ += time.count(); }

 private:
  std::atomic<std::int64_t> now_{first.time_since_epoch().count()};
};

/// The same bytes for the same seed (splitmix64).
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}

  void fill(std::span<std::byte> bytes) override {
    const std::lock_guard lock(mutex_);
    for (std::byte& byte : bytes) byte = static_cast<std::byte>(next() & 0xFF);
  }

 private:
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
    return mixed ^ mixed >> 31;
  }
  std::mutex mutex_;
  std::uint64_t state_;
};

/// Keeps what was logged, for a look at what must not be in it.
class KeptLog final : public Log {
 public:
  void write(LogLevel, std::string_view line) override {
    const std::lock_guard lock(mutex_);
    lines_.emplace_back(line);
  }
  std::vector<std::string> lines() {
    const std::lock_guard lock(mutex_);
    return lines_;
  }

 private:
  std::mutex mutex_;
  std::vector<std::string> lines_;
};

}  // namespace ent::test
