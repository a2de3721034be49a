#include "access/epoch.hpp"

#include <initializer_list>
#include <unordered_map>

namespace ent::access {
namespace {

using store::Arg;

constexpr store::Sql select_epochs{"SELECT org, epoch FROM org_epoch WHERE org IN (0, $1)"};

constexpr store::Sql select_epochs_of{
    "SELECT e.org, e.epoch FROM org_epoch e WHERE e.org = 0 OR e.org IN (SELECT u.value FROM EACH($1) u)"};

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

std::vector<Epochs> read_epochs(store::Connection& connection, std::span<const std::int64_t> orgs) {
  std::unordered_map<std::int64_t, std::int64_t> found;
  store::Rows rows = connection.query(select_epochs_of, std::initializer_list<Arg>{orgs});
  while (rows.next()) found.emplace(rows.integer(0), rows.integer(1));
  std::vector<Epochs> epochs;
  for (const std::int64_t org : orgs) epochs.push_back({found[0], org == 0 ? 0 : found[org]});
  return epochs;
}

void renew_epochs(store::Connection& connection, std::span<const std::int64_t> orgs, std::int64_t fresh) {
  connection.exec(upsert_epochs, std::initializer_list<Arg>{fresh, orgs});
}

}  // namespace ent::access
