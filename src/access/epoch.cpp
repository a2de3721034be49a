#include "access/epoch.hpp"

#include <initializer_list>

namespace ent::access {
namespace {

using store::Arg;

constexpr store::Sql select_epochs{"SELECT org, epoch FROM org_epoch WHERE org IN (0, $1)"};

/// The unit's own; and that of unit 0 unless the unit is an establishment (kind 7).
constexpr store::Sql upsert_epochs{
    "INSERT INTO org_epoch (org, epoch) "
    "SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT) UNION "
    "SELECT 0, $2 WHERE NOT EXISTS (SELECT 1 FROM org_unit WHERE org = $1 AND kind = 7) "
    "ON CONFLICT (org) DO UPDATE SET epoch = excluded.epoch"};

}  // namespace

Epochs read_epochs(store::Connection& connection, std::int64_t org) {
  Epochs epochs;
  store::Rows rows = connection.query(select_epochs, std::initializer_list<Arg>{org});
  while (rows.next()) (rows.integer(0) == 0 ? epochs.everywhere : epochs.unit) = rows.integer(1);
  return epochs;
}

void renew_epoch(store::Connection& connection, std::int64_t org, std::int64_t fresh) {
  connection.exec(upsert_epochs, std::initializer_list<Arg>{org, fresh});
}

}  // namespace ent::access
