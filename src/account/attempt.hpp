/// One try of a password or a code: counted before its outcome is known, and settled after.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "account/secret.hpp"
#include "ent/account.hpp"
#include "unit/unit.hpp"

namespace ent::account {

/// By what the tries are counted: what is not the same name is throttled by itself.
std::string tries_of_login(const std::string& login);
std::string tries_of_device(DeviceId device);
std::string tries_of_session(AccountId account);

struct Attempt {
  bool admitted = false;
  Digest tries{};                  ///< Where its tries are counted.
  std::optional<Digest> source{};  ///< Where its failures are.
};

/// Takes a try. `source` is as the host tells it, or empty; `trusted` is on for a device that the account
/// knows, which a closed source does not stop.
Attempt begin_attempt(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& name,
                      const std::string& source, bool trusted);

/// Counts a failure on its source, and on the unit whose account was tried (0: on none that exists).
void count_failure(unit::WriteUnit& unit, const unit::Granted& granted, const Attempt& attempt, std::int64_t org);

/// Forgets the tries before a success.
void settle_success(unit::WriteUnit& unit, const unit::Granted& granted, const Attempt& attempt);

}  // namespace ent::account
