#include "portal/system_ports.hpp"

#include <sodium.h>

#include <chrono>
#include <stdexcept>

namespace ent::portal {
namespace {

class SystemClock final : public Clock {
 public:
  Instant now() override {
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
  }
};

class SystemRandom final : public Random {
 public:
  SystemRandom() {
    if (sodium_init() < 0) throw std::runtime_error("no source of random bytes");
  }
  void fill(std::span<std::byte> bytes) override { randombytes_buf(bytes.data(), bytes.size()); }
};

}  // namespace

std::shared_ptr<Clock> system_clock() { return std::make_shared<SystemClock>(); }
std::shared_ptr<Random> system_random() { return std::make_shared<SystemRandom>(); }

}  // namespace ent::portal
