#include "attendance/registers.hpp"
#include "person/card.hpp"
#include "unit/dates.hpp"

namespace ent::attendance::rows {
namespace {

using unit::Rows;
using unit::Sql;

#define ENT_REGISTER_FROM(tables)                                                       \
  "SELECT r.day, r.lesson, r.grp, r.half, r.called, r.absent, r.taken_at, r.revision, " \
  "p.person, p.family_name, p.given_name, p.title FROM " tables " LEFT JOIN person p ON p.person = r.author "
#define ENT_REGISTER ENT_REGISTER_FROM("attendance_register r")

constexpr Sql select_register{ENT_REGISTER "WHERE r.org = $1 AND r.day = $2 AND r.lesson = $3 AND r.grp = $4 AND r.half = $5"};

constexpr Sql select_of_lessons{
    ENT_REGISTER_FROM("EACH($1) v JOIN attendance_register r ON r.org = $2 AND r.lesson = v.value")};

constexpr Sql delete_one{
    "DELETE FROM attendance_register WHERE org = $1 AND day = $2 AND lesson = $3 AND grp = $4 AND half = $5"};

constexpr Sql select_of_day{ENT_REGISTER "WHERE r.org = $1 AND r.day = $2 AND r.lesson = 0"};

constexpr Sql upsert{
    "INSERT INTO attendance_register (org, day, lesson, grp, half, called, absent, author, taken_at, revision) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (org, day, lesson, grp, half) DO UPDATE SET "
    "called = excluded.called, absent = excluded.absent, author = excluded.author, taken_at = excluded.taken_at, "
    "revision = excluded.revision"};

constexpr Sql raise_of_lesson{"UPDATE attendance_register SET revision = revision + 1 WHERE org = $1 AND lesson = $2"};

constexpr Sql raise_of_half{
    "UPDATE attendance_register SET revision = revision + 1 WHERE org = $1 AND day IN (SELECT v.value FROM EACH($2) v) "
    "AND lesson = 0 AND grp = $3 AND half = $4"};

RegisterRow register_of(const Rows& row) {
  RegisterRow found{{row.integer(0), row.integer(1), row.integer(2), row.int32(3)},
                    row.int32(4),
                    row.int32(5),
                    {},
                    Instant{std::chrono::microseconds{row.integer(6)}},
                    row.integer(7)};
  if (!row.is_null(8)) found.author = person::card_of(row, 8);
  return found;
}

}  // namespace

std::optional<RegisterRow> find_register(unit::Unit& unit, OrgId org, const RegisterKey& key) {
  if (key.lesson != 0) {
    auto found = registers_of_lessons(unit, org, std::span(&key.lesson, 1));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
  }
  Rows rows = unit.query(select_register, org.value, key.day, key.lesson, key.group, key.half);
  return rows.next() ? std::optional(register_of(rows)) : std::nullopt;
}

std::vector<RegisterRow> registers_of_lessons(unit::Unit& unit, OrgId org, std::span<const std::int64_t> lessons) {
  std::vector<RegisterRow> found;
  if (lessons.empty()) return found;
  Rows rows = unit.query(select_of_lessons, lessons, org.value);
  while (rows.next()) found.push_back(register_of(rows));
  return found;
}

std::vector<RegisterRow> registers_of_day(unit::Unit& unit, OrgId org, Date date) {
  std::vector<RegisterRow> found;
  Rows rows = unit.query(select_of_day, org.value, unit::day(date));
  while (rows.next()) found.push_back(register_of(rows));
  return found;
}

void remove(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const RegisterKey& key) {
  unit.exec(granted, delete_one, org.value, key.day, key.lesson, key.group, key.half);
}

void raise_revision(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const RegisterKey& from,
                    std::span<const std::int64_t> days) {
  if (from.lesson != 0) unit.exec(granted, raise_of_lesson, org.value, from.lesson);
  if (from.half != 0) unit.exec(granted, raise_of_half, org.value, days, from.group, from.half);
}

void put(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const RegisterRow& row) {
  unit.exec(granted, upsert, org.value, row.key.day, row.key.lesson, row.key.group, row.key.half, row.called, row.absent,
            unit.actor().person, row.taken_at.time_since_epoch().count(), row.revision);
}

}  // namespace ent::attendance::rows
