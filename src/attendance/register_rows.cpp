#include "attendance/registers.hpp"
#include "person/card.hpp"
#include "unit/dates.hpp"

namespace ent::attendance::rows {
namespace {

using unit::Rows;
using unit::Sql;

#define ENT_REGISTER                                                                                                  \
  "SELECT r.day, r.lesson, r.grp, r.half, r.called, r.absent, r.taken_at, r.revision, "                               \
  "p.person, p.family_name, p.given_name, p.title FROM attendance_register r LEFT JOIN person p ON p.person = r.author "

constexpr Sql select_one{ENT_REGISTER "WHERE r.org = $1 AND r.day = $2 AND r.lesson = $3 AND r.grp = $4 AND r.half = $5"};

constexpr Sql select_of_day{ENT_REGISTER "WHERE r.org = $1 AND r.day = $2 AND r.lesson = 0"};

constexpr Sql upsert{
    "INSERT INTO attendance_register (org, day, lesson, grp, half, called, absent, author, taken_at, revision) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (org, day, lesson, grp, half) DO UPDATE SET "
    "called = excluded.called, absent = excluded.absent, author = excluded.author, taken_at = excluded.taken_at, "
    "revision = excluded.revision"};

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
  Rows rows = unit.query(select_one, org.value, key.day, key.lesson, key.group, key.half);
  return rows.next() ? std::optional(register_of(rows)) : std::nullopt;
}

std::vector<RegisterRow> registers_of_day(unit::Unit& unit, OrgId org, Date date) {
  std::vector<RegisterRow> found;
  Rows rows = unit.query(select_of_day, org.value, unit::day(date));
  while (rows.next()) found.push_back(register_of(rows));
  return found;
}

void put(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const RegisterRow& row) {
  unit.exec(granted, upsert, org.value, row.key.day, row.key.lesson, row.key.group, row.key.half, row.called, row.absent,
            unit.actor().person, row.taken_at.time_since_epoch().count(), row.revision);
}

}  // namespace ent::attendance::rows
