#include "rights/rows.hpp"

#include "unit/dates.hpp"

namespace ent::rights::rows {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_override{
    "SELECT override, profile, function, permission, scope, widens, locked, valid_from, valid_to, reason "
    "FROM access_override WHERE org = $1 AND override = $2"};

constexpr Sql select_overrides{
    "SELECT override, profile, function, permission, scope, widens, locked, valid_from, valid_to, reason "
    "FROM access_override WHERE org = $1 ORDER BY override"};

constexpr Sql insert_override{
    "INSERT INTO access_override (org, override, profile, function, permission, scope, widens, locked, valid_from, "
    "valid_to, author, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};

constexpr Sql end_override{"UPDATE access_override SET valid_to = $1 WHERE org = $2 AND override = $3"};

constexpr Sql select_delegation{
    "SELECT d.delegation, g.person, t.person, d.permission, d.scope, d.valid_from, d.valid_to, d.reason "
    "FROM delegation d JOIN member g ON g.org = d.org AND g.member = d.grantor "
    "JOIN member t ON t.org = d.org AND t.member = d.delegate WHERE d.org = $1 AND d.delegation = $2"};

constexpr Sql insert_delegation{
    "INSERT INTO delegation (org, delegation, grantor, delegate, permission, scope, valid_from, valid_to, reason) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};

constexpr Sql end_delegation{"UPDATE delegation SET valid_to = $1 WHERE org = $2 AND delegation = $3"};

Override override_of(const Rows& row, std::int64_t org) {
  Override found;
  found.id = make_id<OverrideId>(org, row.integer(0));
  found.org_id = {org};
  found.profile = static_cast<Profile>(row.int32(1));
  if (row.int32(2) != 0) found.function = static_cast<Function>(row.int32(2));
  found.permission = row.string(3);
  found.scope = row.string(4);
  found.effect = row.integer(5) != 0 ? Switch::widen : Switch::narrow;
  found.locked = row.integer(6) != 0;
  found.valid_from = unit::date(row.integer(7));
  found.valid_to = unit::end_date(row.integer(8));
  found.reason = row.string(9);
  return found;
}

}  // namespace

std::optional<Override> find_override(unit::Unit& unit, OverrideId id) {
  Rows rows = unit.query(select_override, id.establishment(), id.number());
  return rows.next() ? std::optional(override_of(rows, id.establishment())) : std::nullopt;
}

std::vector<Override> overrides(unit::Unit& unit, OrgId org) {
  Rows rows = unit.query(select_overrides, org.value);
  std::vector<Override> found;
  while (rows.next()) found.push_back(override_of(rows, org.value));
  return found;
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Override& row) {
  const std::int32_t function = row.function ? static_cast<std::int32_t>(*row.function) : 0;
  unit.exec(granted, insert_override, row.org_id.value, row.id.number(), static_cast<std::int32_t>(row.profile), function,
            row.permission, row.scope, row.effect == Switch::widen, row.locked, day(row.valid_from),
            day(row.valid_to.value_or(open_end)), unit.actor().person, row.reason);
}

void end(unit::WriteUnit& unit, const unit::Granted& granted, OverrideId id, Date end) {
  unit.exec(granted, end_override, day(end), id.establishment(), id.number());
}

std::optional<Delegation> find_delegation(unit::Unit& unit, DelegationId id) {
  Rows rows = unit.query(select_delegation, id.establishment(), id.number());
  if (!rows.next()) return std::nullopt;
  return Delegation{make_id<DelegationId>(id.establishment(), rows.integer(0)),
                    {id.establishment()},
                    {rows.integer(1)},
                    {rows.integer(2)},
                    rows.string(3),
                    rows.string(4),
                    unit::date(rows.integer(5)),
                    unit::date(rows.integer(6)),
                    rows.string(7)};
}

void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Delegation& row, std::int64_t grantor,
            std::int64_t delegate) {
  unit.exec(granted, insert_delegation, row.org_id.value, row.id.number(), grantor, delegate, row.permission, row.scope,
            day(row.valid_from), day(row.valid_to), row.reason);
}

void end(unit::WriteUnit& unit, const unit::Granted& granted, DelegationId id, Date end) {
  unit.exec(granted, end_delegation, day(end), id.establishment(), id.number());
}

}  // namespace ent::rights::rows
