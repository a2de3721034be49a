/// The rows of the services that units have declared.
#pragma once

#include <optional>
#include <string>

#include "ent/account.hpp"
#include "unit/unit.hpp"

namespace ent::account::rows {

std::optional<Service> find_service(unit::Unit& unit, OrgId org, const std::string& code);
Services list_services(unit::Unit& unit, OrgId org);
/// In the place of the one of this code, if there is one.
void put_service(unit::WriteUnit& unit, const unit::Granted& granted, const Service& service);
/// False when there is none.
bool drop_service(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const std::string& code);

}  // namespace ent::account::rows
