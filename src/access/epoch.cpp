#include "access/epoch.hpp"

#include <initializer_list>

namespace ent::access {
namespace {

using store::Arg;

constexpr store::Sql select_epoch{"SELECT epoch FROM org_epoch WHERE org = $1"};

constexpr store::Sql upsert_epoch{
    "INSERT INTO org_epoch (org, epoch) VALUES ($1, $2) ON CONFLICT (org) DO UPDATE SET epoch = excluded.epoch"};

}  // namespace

std::int64_t read_epoch(store::Connection& connection, std::int64_t org) {
  store::Rows rows = connection.query(select_epoch, std::initializer_list<Arg>{org});
  return rows.next() ? rows.integer(0) : 0;
}

void renew_epoch(store::Connection& connection, std::int64_t org, std::int64_t fresh) {
  connection.exec(upsert_epoch, std::initializer_list<Arg>{org, fresh});
}

}  // namespace ent::access
