/// Who waits for a code.
#pragma once

#include <cstdint>
#include <vector>

#include "account/list_rows.hpp"
#include "person/functions.hpp"

namespace ent::account {

/// Somebody who is to have a code, and their account if there is one.
struct Waiter {
  person::Named person{};
  std::optional<rows::Holder> account{};
};

struct Waiting {
  std::vector<std::int64_t> named{};  ///< By name: all whom the call names, whether they wait or not.
  std::vector<Waiter> people{};       ///< By name; at most the limit of the call.
  bool more = false;

  std::vector<std::int64_t> ids() const;  ///< Of `people`.
};

/// Those whom the call names, who have no password, are not blocked, and have no code that is still good unless
/// it is to be renewed. So many statements, whoever is named.
Result<Waiting> find_waiting(unit::Unit& unit, const IssueActivations& input);

}  // namespace ent::account
