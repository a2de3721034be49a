#include "account/device_rows.hpp"

#include "account/instants.hpp"

namespace ent::account::rows {
namespace {

using unit::Rows;
using unit::Sql;

constexpr Sql select_devices{
    "SELECT device, secret, name, first_seen_at, seen_at FROM account_device WHERE account = $1 "
    "ORDER BY seen_at DESC, device"};

constexpr Sql insert_device{
    "INSERT INTO account_device (account, device, secret, name, first_seen_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5)"};

constexpr Sql update_seen{"UPDATE account_device SET seen_at = $1 WHERE account = $2 AND device = $3"};

constexpr Sql delete_device{"DELETE FROM account_device WHERE account = $1 AND device = $2 RETURNING device"};

constexpr Sql delete_oldest{
    "DELETE FROM account_device WHERE account = $1 AND device NOT IN (SELECT d.device FROM account_device d "
    "WHERE d.account = $1 ORDER BY d.seen_at DESC, d.first_seen_at DESC, d.device LIMIT $2)"};

constexpr Sql delete_all{"DELETE FROM account_device WHERE account = $1"};

}  // namespace

std::optional<DeviceId> find_device(unit::Unit& unit, AccountId account, const Digest& secret) {
  std::optional<DeviceId> found;
  Rows rows = unit.query(select_devices, account.value);
  while (rows.next()) {
    if (same(rows.bytes(1), secret)) found = DeviceId{rows.integer(0)};
  }
  return found;
}

std::vector<Device> list_devices(unit::Unit& unit, AccountId account) {
  std::vector<Device> found;
  Rows rows = unit.query(select_devices, account.value);
  while (rows.next()) {
    found.push_back({{rows.integer(0)}, rows.string(2), instant(rows.integer(3)), instant(rows.integer(4))});
  }
  return found;
}

DeviceId add_device(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, const Digest& secret,
                    const std::string& name) {
  const DeviceId id{unit.random_number()};
  unit.exec(granted, insert_device, account.value, id.value, std::span<const std::byte>(secret), name, micros(unit.now()));
  unit.exec(granted, delete_oldest, account.value, most_devices);
  return id;
}

void see_device(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, DeviceId device) {
  unit.exec(granted, update_seen, micros(unit.now()), account.value, device.value);
}

bool forget_device(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, DeviceId device) {
  return unit.change(granted, delete_device, account.value, device.value).next();
}

void forget_all_devices(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account) {
  unit.exec(granted, delete_all, account.value);
}

}  // namespace ent::account::rows
