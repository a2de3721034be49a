#include "audit/rows.hpp"
#include "unit/instants.hpp"

namespace ent::audit::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_of_unit{
    "SELECT seq, at, org, person, profile, impersonator, operation, permission, subject, outcome, reason "
    "FROM audit_entry WHERE org = $1 AND seq < $2 AND (subject = 0 OR $3 = 0) ORDER BY seq DESC LIMIT $4"};

constexpr Sql select_of_subject{
    "SELECT seq, at, org, person, profile, impersonator, operation, permission, subject, outcome, reason "
    "FROM audit_entry WHERE subject = $1 AND seq < $2 AND org = $3 ORDER BY seq DESC LIMIT $4"};

// A sequence number is taken before its transaction commits, so on an engine with many writers a lower one may
// still appear: rows of transactions that began after the oldest running one wait for the next call.
constexpr Sql select_changes{
    "SELECT seq, at, org, event, target FROM change_event WHERE org = $1 AND seq > $2 ORDER BY seq LIMIT $3",
    "/*postgres*/ SELECT seq, at, org, event, target FROM change_event WHERE org = $1 AND seq > $2 "
    "AND CAST(CAST(xmin AS TEXT) AS BIGINT) < "
    "(CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS TEXT) AS BIGINT) & 4294967295) "
    "ORDER BY seq LIMIT $3"};

std::optional<PersonId> person(std::int64_t number) {
  return number == 0 ? std::nullopt : std::optional(PersonId{number});
}

Entry entry_of(const Rows& row) {
  Entry entry;
  entry.number = row.integer(0);
  entry.at = unit::instant(row.integer(1));
  entry.org_id = {row.integer(2)};
  entry.person_id = person(row.integer(3));
  entry.profile = static_cast<Profile>(row.int32(4));
  entry.impersonator_id = person(row.integer(5));
  entry.operation = row.string(6);
  entry.permission = row.string(7);
  entry.subject_id = person(row.integer(8));
  entry.allowed = row.integer(9) == static_cast<std::int64_t>(Errc::ok);
  entry.reason = row.string(10);
  return entry;
}

}  // namespace

std::vector<Entry> list(unit::Unit& unit, const List& input, std::int64_t before, bool technical_only) {
  Rows rows = input.subject_id
                  ? unit.query(select_of_subject, input.subject_id->value, before, input.org_id.value, input.limit + 1)
                  : unit.query(select_of_unit, input.org_id.value, before, technical_only, input.limit + 1);
  std::vector<Entry> page;
  while (rows.next()) page.push_back(entry_of(rows));
  return page;
}

std::vector<Change> changes(unit::Unit& unit, const Changes& input) {
  Rows rows = unit.query(select_changes, input.org_id.value, input.after_number, input.limit);
  std::vector<Change> page;
  while (rows.next()) {
    page.push_back({rows.integer(0), unit::instant(rows.integer(1)), {rows.integer(2)}, rows.string(3), rows.integer(4)});
  }
  return page;
}

}  // namespace ent::audit::rows
