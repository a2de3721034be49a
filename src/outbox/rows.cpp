#include "outbox/rows.hpp"

#include <algorithm>
#include <span>

#include "outbox/rules.hpp"
#include "unit/instants.hpp"

namespace ent::outbox::rows {
namespace {

using unit::Rows;
using unit::Sql;

// A parked one lets those behind it in its lane pass.
constexpr Sql select_next{
    "SELECT d.due_at FROM delivery d WHERE d.due_at < $1 AND (d.lane = '' OR NOT EXISTS (SELECT 1 FROM delivery e "
    "WHERE e.lane = d.lane AND e.lane <> '' AND e.seq < d.seq AND e.due_at < $1)) ORDER BY d.due_at, d.seq LIMIT 1"};

constexpr Sql select_parked{"SELECT 1 FROM delivery WHERE due_at = $1 LIMIT 1"};

constexpr Sql update_worn_out{"UPDATE delivery SET due_at = $1, lease = 0 WHERE due_at <= $2 AND tries >= $3"};

// Who finds a row that another pump is taking leaves it to that one, and takes the next.
constexpr Sql take_due{
    "UPDATE delivery SET tries = tries + 1, due_at = $1, lease = $2 WHERE seq IN "
    "(SELECT d.seq FROM delivery d WHERE d.due_at <= $3 AND (d.lane = '' OR NOT EXISTS (SELECT 1 FROM delivery e "
    "WHERE e.lane = d.lane AND e.lane <> '' AND e.seq < d.seq AND e.due_at < $4)) ORDER BY d.due_at, d.seq LIMIT $5) "
    "RETURNING seq, at, org, kind, payload, lane, tries",
    "/*postgres*/ WITH due AS MATERIALIZED (SELECT d.seq AS number, CAST($1 AS BIGINT) AS until, "
    "CAST($2 AS BIGINT) AS holder FROM delivery d WHERE d.due_at <= $3 AND (d.lane = '' OR NOT EXISTS "
    "(SELECT 1 FROM delivery e WHERE e.lane = d.lane AND e.lane <> '' AND e.seq < d.seq AND e.due_at < $4)) "
    "ORDER BY d.due_at, d.seq LIMIT $5 FOR UPDATE OF d SKIP LOCKED) "
    "UPDATE delivery SET tries = tries + 1, due_at = due.until, lease = due.holder FROM due WHERE seq = due.number "
    "RETURNING seq, at, org, kind, payload, lane, tries"};

constexpr Sql take_parked{
    "UPDATE delivery SET tries = tries + 1, due_at = $1, lease = $2 WHERE seq IN "
    "(SELECT d.seq FROM delivery d WHERE d.due_at = $3 ORDER BY d.due_at, d.seq LIMIT $4) "
    "RETURNING seq, at, org, kind, payload, lane, tries",
    "/*postgres*/ WITH due AS MATERIALIZED (SELECT d.seq AS number, CAST($1 AS BIGINT) AS until, "
    "CAST($2 AS BIGINT) AS holder FROM delivery d WHERE d.due_at = $3 ORDER BY d.due_at, d.seq LIMIT $4 "
    "FOR UPDATE OF d SKIP LOCKED) "
    "UPDATE delivery SET tries = tries + 1, due_at = due.until, lease = due.holder FROM due WHERE seq = due.number "
    "RETURNING seq, at, org, kind, payload, lane, tries"};

// Number 0 is nobody's lease: what nobody holds is not settled.
constexpr Sql select_held{"SELECT seq, tries FROM delivery WHERE seq IN EACH($1) AND lease = $2 AND lease <> 0"};
constexpr Sql update_again{"UPDATE delivery SET due_at = ITEM($1), lease = 0 WHERE seq = ITEM($2) AND lease = $3"};
constexpr Sql delete_delivered{"DELETE FROM delivery WHERE seq IN EACH($1) AND lease = $2 AND lease <> 0 RETURNING seq"};

}  // namespace

std::optional<Instant> next_due(unit::Unit& unit) {
  Rows rows = unit.query(select_next, parked_until);
  return rows.next() ? std::optional(unit::instant(rows.integer(0))) : std::nullopt;
}

bool any_parked(unit::Unit& unit) { return unit.query(select_parked, parked_until).next(); }

Instant lease_end(const unit::Unit& unit, const TakeDeliveries& input) {
  return unit.now() + std::chrono::seconds(input.lease_seconds);
}

void park_worn_out(unit::WriteUnit& unit, const unit::Granted& granted) {
  unit.exec(granted, update_worn_out, parked_until, unit::micros(unit.now()), most_tries);
}

std::vector<Delivery> take(unit::WriteUnit& unit, const unit::Granted& granted, const TakeDeliveries& input,
                           std::int64_t lease) {
  const std::int64_t until = unit::micros(lease_end(unit, input));
  Rows rows = input.parked
                  ? unit.change(granted, take_parked, until, lease, parked_until, input.limit)
                  : unit.change(granted, take_due, until, lease, unit::micros(unit.now()), parked_until, input.limit);
  std::vector<Delivery> taken;
  while (rows.next()) {
    taken.push_back({rows.integer(0), unit::instant(rows.integer(1)), {rows.integer(2)}, rows.string(3), rows.string(4),
                     rows.string(5), rows.int32(6)});
  }
  std::ranges::sort(taken, {}, &Delivery::number);
  return taken;
}

std::vector<Held> held(unit::Unit& unit, std::int64_t lease, const std::vector<std::int64_t>& numbers) {
  Rows rows = unit.query(select_held, std::span(numbers), lease);
  std::vector<Held> found;
  while (rows.next()) found.push_back({rows.integer(0), rows.int32(1)});
  return found;
}

void put_back(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t lease, const std::vector<Again>& again) {
  std::vector<std::int64_t> due, numbers;
  for (const Again& one : again) {
    due.push_back(one.due_at);
    numbers.push_back(one.number);
  }
  unit.exec_each(granted, update_again, std::span<const std::int64_t>(due), std::span<const std::int64_t>(numbers), lease);
}

std::int32_t drop(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t lease,
                  const std::vector<std::int64_t>& numbers) {
  Rows rows = unit.change(granted, delete_delivered, std::span(numbers), lease);
  std::int32_t dropped = 0;
  while (rows.next()) ++dropped;
  return dropped;
}

}  // namespace ent::outbox::rows
