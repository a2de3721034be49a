#include "account/tries_rows.hpp"

#include <algorithm>
#include <array>

#include "account/instants.hpp"

namespace ent::account::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_key{"SELECT value FROM account_key WHERE purpose = $1"};
constexpr Sql insert_key{
    "INSERT INTO account_key (purpose, value) VALUES ($1, $2) ON CONFLICT (purpose) DO NOTHING RETURNING purpose"};

constexpr Sql select_tries{"SELECT count, last FROM account_tries WHERE name = $1"};
constexpr Sql upsert_tries{
    "INSERT INTO account_tries (name, count, last) VALUES ($1, $2, $3) "
    "ON CONFLICT (name) DO UPDATE SET count = excluded.count, last = excluded.last"};
constexpr Sql delete_tries{"DELETE FROM account_tries WHERE name = $1"};

constexpr Sql select_source{"SELECT empty_at FROM account_source WHERE name = $1"};
constexpr Sql upsert_source{
    "INSERT INTO account_source (name, empty_at) VALUES ($1, $2) "
    "ON CONFLICT (name) DO UPDATE SET empty_at = excluded.empty_at"};

constexpr Sql select_alarm{"SELECT empty_at FROM account_alarm WHERE org = $1"};
constexpr Sql upsert_alarm{
    "INSERT INTO account_alarm (org, empty_at) VALUES ($1, $2) ON CONFLICT (org) DO UPDATE SET empty_at = excluded.empty_at"};

// Whoever tries names at random fills these tables: each row that is written takes a few dead ones with it.
// Many writers at once each take others.
constexpr Sql sweep_tries{
    "DELETE FROM account_tries WHERE name IN "
    "(SELECT t.name FROM account_tries t WHERE t.last < $1 ORDER BY t.last LIMIT 4)",
    "/*postgres*/ DELETE FROM account_tries WHERE name IN "
    "(SELECT t.name FROM account_tries t WHERE t.last < $1 ORDER BY t.last LIMIT 4 FOR UPDATE SKIP LOCKED)"};
constexpr Sql sweep_sources{
    "DELETE FROM account_source WHERE name IN "
    "(SELECT s.name FROM account_source s WHERE s.empty_at < $1 ORDER BY s.empty_at LIMIT 4)",
    "/*postgres*/ DELETE FROM account_source WHERE name IN "
    "(SELECT s.name FROM account_source s WHERE s.empty_at < $1 ORDER BY s.empty_at LIMIT 4 FOR UPDATE SKIP LOCKED)"};

std::span<const std::byte> bytes(const Digest& digest) { return digest; }
std::int32_t key_number_of(KeyPurpose purpose) { return static_cast<std::int32_t>(purpose); }

/// 256 bits from the unit's random numbers, of 53 bits each.
Wiped<32> fresh_key(unit::WriteUnit& unit) {
  std::array<std::int64_t, 8> numbers;
  for (std::int64_t& each : numbers) each = unit.random_number();
  const Digest digest = digest_of(std::as_bytes(std::span(numbers)));
  Wiped<32> key;
  std::ranges::copy(digest, key.bytes().begin());
  return key;
}

Instant instant_of(Rows rows) { return rows.next() ? instant(rows.integer(0)) : Instant{}; }

}  // namespace

std::optional<Wiped<32>> find_key(unit::Unit& unit, KeyPurpose purpose) {
  Rows rows = unit.query(select_key, key_number_of(purpose));
  Wiped<32> key;
  if (!rows.next() || rows.bytes(0).size() != key.bytes().size()) return std::nullopt;
  std::ranges::copy(rows.bytes(0), key.bytes().begin());
  return key;
}

Wiped<32> key(unit::WriteUnit& unit, const unit::Granted& granted, KeyPurpose purpose) {
  if (const auto found = find_key(unit, purpose)) return *found;
  const Wiped<32> fresh = fresh_key(unit);
  if (unit.change(granted, insert_key, key_number_of(purpose), fresh.bytes()).next()) return fresh;
  return find_key(unit, purpose).value_or(fresh);
}

bool mark(unit::WriteUnit& unit, const unit::Granted& granted, KeyPurpose purpose) {
  return unit.change(granted, insert_key, key_number_of(purpose), std::span<const std::byte>()).next();
}

Tries find_tries(unit::Unit& unit, const Digest& name) {
  Rows rows = unit.query(select_tries, bytes(name));
  return rows.next() ? Tries{rows.integer(0), instant(rows.integer(1))} : Tries{};
}

void put_tries(unit::WriteUnit& unit, const unit::Granted& granted, const Digest& name, const Tries& tries) {
  unit.exec(granted, upsert_tries, bytes(name), tries.count, micros(tries.last));
  unit.exec(granted, sweep_tries, micros(unit.now() - tries_kept));
}

void forget_tries(unit::WriteUnit& unit, const unit::Granted& granted, const Digest& name) {
  unit.exec(granted, delete_tries, bytes(name));
}

Instant find_source(unit::Unit& unit, const Digest& name) { return instant_of(unit.query(select_source, bytes(name))); }

void put_source(unit::WriteUnit& unit, const unit::Granted& granted, const Digest& name, Instant empty_at) {
  unit.exec(granted, upsert_source, bytes(name), micros(empty_at));
  unit.exec(granted, sweep_sources, micros(unit.now()));
}

Instant find_alarm(unit::Unit& unit, std::int64_t org) { return instant_of(unit.query(select_alarm, org)); }

void put_alarm(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t org, Instant empty_at) {
  unit.exec(granted, upsert_alarm, org, micros(empty_at));
}

}  // namespace ent::account::rows
