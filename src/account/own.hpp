/// What everybody does with their own account.
#pragma once

#include <optional>
#include <string_view>

#include "account/rows.hpp"
#include "unit/others.hpp"

namespace ent::account {

inline constexpr std::string_view not_found = "account.not_found";

/// The person of an account, in a unit.
inline access::Target target_of(OrgId org, const std::optional<rows::Account>& account) {
  return {.org = org.value, .person = account ? account->person_id.value : 0};
}

/// Oneself, in the unit of one's first post; where there is none, the portal as a whole, in which nobody has a
/// right.
inline access::Target own_target(unit::Unit& unit) {
  return {.org = unit::Others::home(unit), .person = unit.actor().person};
}

}  // namespace ent::account
