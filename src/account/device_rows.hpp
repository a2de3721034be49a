/// The rows of the devices that an account knows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "account/secret.hpp"
#include "ent/account.hpp"
#include "unit/unit.hpp"

namespace ent::account::rows {

/// An account knows so many devices; a new one takes the place of the one that was not used for longest.
inline constexpr std::int64_t most_devices = 20;

/// The device that holds this secret.
std::optional<DeviceId> find_device(unit::Unit& unit, AccountId account, const Digest& secret);
std::vector<Device> list_devices(unit::Unit& unit, AccountId account);
DeviceId add_device(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, const Digest& secret,
                    const std::string& name);
void see_device(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, DeviceId device);
/// False when there is no such device.
bool forget_device(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, DeviceId device);
void forget_all_devices(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account);

}  // namespace ent::account::rows
