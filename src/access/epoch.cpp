#include "access/epoch.hpp"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "base/each_once.hpp"

namespace ent::access {
namespace {

using store::Arg;

constexpr store::Sql select_epochs{"SELECT org, epoch FROM org_epoch WHERE org IN (0, $1)"};

/// The units' own; and that of unit 0 unless all of them are establishments (kind 7).
constexpr store::Sql upsert_epochs{
    "INSERT INTO org_epoch (org, epoch) "
    "SELECT v.value, CAST($1 AS BIGINT) FROM EACH($2) v WHERE v.value <> 0 UNION ALL "
    "SELECT 0, $1 WHERE EXISTS (SELECT 1 FROM EACH($2) v "
    "  WHERE NOT EXISTS (SELECT 1 FROM org_unit u WHERE u.org = v.value AND u.kind = 7)) "
    "ON CONFLICT (org) DO UPDATE SET epoch = excluded.epoch"};

}  // namespace

store::Rows ask_epochs(store::Connection& connection, std::int64_t org) {
  return connection.query(select_epochs, std::initializer_list<Arg>{org});
}

Epochs read_epochs(store::Rows& rows) {
  Epochs epochs;
  while (rows.next()) (rows.integer(0) == 0 ? epochs.everywhere : epochs.unit) = rows.integer(1);
  return epochs;
}

Epochs read_epochs(store::Connection& connection, std::int64_t org) {
  store::Rows rows = ask_epochs(connection, org);
  return read_epochs(rows);
}

void renew_epochs(store::Connection& connection, std::span<const std::int64_t> orgs, std::int64_t fresh) {
  std::vector<std::int64_t> numbers(orgs.begin(), orgs.end());
  base::keep_each_once(numbers);
  connection.exec(upsert_epochs, std::initializer_list<Arg>{fresh, std::span<const std::int64_t>(numbers)});
}

}  // namespace ent::access
