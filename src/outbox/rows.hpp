/// The SQL of the outbox.
#pragma once

#include <optional>
#include <vector>

#include "ent/outbox.hpp"
#include "unit/unit.hpp"

namespace ent::outbox::rows {

/// When the first that may be taken is due; one that waits for another of its lane is not.
std::optional<Instant> next_due(unit::Unit& unit);
bool any_parked(unit::Unit& unit);

Instant lease_end(const unit::Unit& unit, const TakeDeliveries& input);

/// Parks those that are due once more after the last try: whoever took them never said how it went.
void park_worn_out(unit::WriteUnit& unit, const unit::Granted& granted);
std::vector<Delivery> take(unit::WriteUnit& unit, const unit::Granted& granted, const TakeDeliveries& input,
                           std::int64_t lease);

/// Of `numbers`, those that the lease still holds.
struct Held {
  std::int64_t number = 0;
  std::int32_t tries = 0;
};
std::vector<Held> held(unit::Unit& unit, std::int64_t lease, const std::vector<std::int64_t>& numbers);

struct Again {
  std::int64_t number = 0;
  std::int64_t due_at = 0;
};
void put_back(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t lease, const std::vector<Again>& again);
/// How many there were.
std::int32_t drop(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t lease,
                  const std::vector<std::int64_t>& numbers);

}  // namespace ent::outbox::rows
