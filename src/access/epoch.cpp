#include "access/epoch.hpp"

#include <initializer_list>

namespace ent::access {
namespace {

using store::Arg;

constexpr store::Sql select_epochs{"SELECT org, epoch FROM org_epoch WHERE org IN (0, $1)"};

/// The units' own; and that of unit 0 unless all of them are establishments (kind 7).
constexpr store::Sql upsert_epochs{
    "INSERT INTO org_epoch (org, epoch) "
    "SELECT v.value, CAST($1 AS BIGINT) FROM EACH($2) v UNION "
    "SELECT 0, $1 FROM EACH($2) v WHERE NOT EXISTS (SELECT 1 FROM org_unit u WHERE u.org = v.value AND u.kind = 7) "
    "ON CONFLICT (org) DO UPDATE SET epoch = excluded.epoch"};

}  // namespace

Epochs read_epochs(store::Connection& connection, std::int64_t org) {
  Epochs epochs;
  store::Rows rows = connection.query(select_epochs, std::initializer_list<Arg>{org});
  while (rows.next()) (rows.integer(0) == 0 ? epochs.everywhere : epochs.unit) = rows.integer(1);
  return epochs;
}

void renew_epochs(store::Connection& connection, std::span<const std::int64_t> orgs, std::int64_t fresh) {
  connection.exec(upsert_epochs, std::initializer_list<Arg>{fresh, orgs});
}

}  // namespace ent::access
