/// What makes the example the same at every run: a clock that is set by hand, random bytes and draws from a seed.
#pragma once

#include <cstdint>

#include "ent/ports.hpp"

namespace academy {

/// Draws of whole numbers, the same on every machine: xorshift64*, as published by S. Vigna in 2014.
class Draw {
 public:
  /// Draws for different things do not touch each other: `stream` keeps them apart.
  explicit Draw(std::uint64_t seed, std::uint64_t stream = 0) noexcept;

  std::uint64_t bits() noexcept;
  /// 0 to `count` - 1.
  std::int32_t below(std::int32_t count) noexcept;
  bool one_in(std::int32_t count) noexcept { return below(count) == 0; }

 private:
  std::uint64_t state_;
};

/// Stands where it was set. For programs of one thread.
class DemoClock final : public ent::Clock {
 public:
  ent::Instant now() override { return now_; }
  /// By the clock on the wall in Paris, in the autumn of 2026.
  void set(ent::Date date, ent::TimeOfDay time) noexcept;

 private:
  ent::Instant now_{};
};

/// Only for what may be known to everybody: whoever knows the seed knows every code and key of the portal.
class SeededRandom final : public ent::Random {
 public:
  explicit SeededRandom(std::uint64_t seed) noexcept : draw_(seed, 0xE47) {}
  void fill(std::span<std::byte> bytes) override;

 private:
  Draw draw_;
};

}  // namespace academy
