/// The rows of the identities that accounts have elsewhere.
#pragma once

#include <optional>
#include <string>

#include "ent/account.hpp"
#include "unit/unit.hpp"

namespace ent::account::rows {

std::optional<AccountId> find_identity(unit::Unit& unit, const std::string& issuer, const std::string& subject);
Identities list_identities(unit::Unit& unit, AccountId account);
/// False when the identity is an account's already.
bool add_identity(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, const Identity& identity);
/// False when it is not this account's.
bool remove_identity(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, const Identity& identity);

}  // namespace ent::account::rows
