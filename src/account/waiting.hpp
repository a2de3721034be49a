/// Who waits for a code.
#pragma once

#include <cstdint>
#include <vector>

#include "ent/account.hpp"
#include "unit/unit.hpp"

namespace ent::account {

struct Waiting {
  std::vector<std::int64_t> named{};   ///< By name: all whom the call names, whether they wait or not.
  std::vector<std::int64_t> people{};  ///< By name; at most the limit of the call.
  bool more = false;
};

/// Those whom the call names, who have no password, are not blocked, and have no code that is still good unless
/// it is to be renewed.
Result<Waiting> find_waiting(unit::Unit& unit, const IssueActivations& input);

}  // namespace ent::account
