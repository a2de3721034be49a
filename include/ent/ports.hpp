/// What a host may put in the place of the library's own parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "ent/time.hpp"

namespace ent {

/// The only clock that the library reads. Called from any thread, never inside an open transaction.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
};

/// The only source of random bytes. Called from any thread, never inside an open transaction.
class Random {
 public:
  virtual ~Random() = default;
  /// Fills all of `bytes` with bytes fit for keys.
  virtual void fill(std::span<std::byte> bytes) = 0;
};

enum class LogLevel : std::int32_t { debug = 1, info = 2, warning = 3, error = 4 };

/// Takes the library's log lines: technical facts, without personal data.
class Log {
 public:
  virtual ~Log() = default;
  /// Called from any thread, and must not call the library. `line` is borrowed for the call.
  virtual void write(LogLevel level, std::string_view line) = 0;
};

}  // namespace ent
