/// A store that counts what is asked of it.
#pragma once

#include <cstdint>
#include <memory>
#include <ostream>

#include "ent/portal.hpp"
#include "store/store.hpp"

namespace ent::test {

struct Count {
  std::int64_t statements = 0;   ///< Questions and writes; not the begin and the end of transactions.
  std::int64_t round_trips = 0;  ///< Waits for an answer to what was sent since the last wait.
  std::int64_t rows = 0;         ///< Rows that were stepped to.
  std::int64_t steps = 0;        ///< Of SQLite's virtual machine; 0 on another engine.
  friend bool operator==(const Count&, const Count&) = default;
};

std::ostream& operator<<(std::ostream& out, const Count& count);

/// Puts itself between a portal and its store. The portal must be idle.
class Counting {
 public:
  explicit Counting(const Portal& portal);
  void reset() noexcept { count_ = {}; }
  const Count& count() const noexcept { return count_; }

 private:
  Count count_;
};

}  // namespace ent::test
