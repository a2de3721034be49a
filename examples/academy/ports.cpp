#include "ports.hpp"

namespace academy {

using namespace std::chrono_literals;

namespace {

constexpr ent::Date end_of_summer_time{2026y / 10 / 25};

/// Spreads neighbouring numbers over all bits: splitmix64.
std::uint64_t spread(std::uint64_t value) noexcept {
  value += 0x9E3779B97F4A7C15u;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

}  // namespace

Draw::Draw(std::uint64_t seed, std::uint64_t stream) noexcept : state_(spread(seed ^ spread(stream)) | 1) {}

std::uint64_t Draw::bits() noexcept {
  state_ ^= state_ >> 12;
  state_ ^= state_ << 25;
  state_ ^= state_ >> 27;
  return state_ * 0x2545F4914F6CDD1Du;
}

std::int32_t Draw::below(std::int32_t count) noexcept {
  return static_cast<std::int32_t>((bits() >> 33) % static_cast<std::uint64_t>(count));
}

void DemoClock::set(ent::Date date, ent::TimeOfDay time) noexcept {
  now_ = ent::Instant(date) + std::chrono::minutes(time.minutes) - (date < end_of_summer_time ? 2h : 1h);
}

void SeededRandom::fill(std::span<std::byte> bytes) {
  for (std::byte& each : bytes) each = static_cast<std::byte>(draw_.bits() >> 56);
}

}  // namespace academy
