/// The rows of the throttle: tries by login or device, failures by source and by unit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "account/secret.hpp"
#include "account/throttle.hpp"
#include "unit/unit.hpp"

namespace ent::account::rows {

/// What a key of the portal is for. Stored: append, never renumber.
enum class KeyPurpose : std::int32_t {
  throttle = 1,   ///< Names of tries and sources.
  pseudonym = 2,  ///< Names of people in services outside.
  bootstrap = 3,  ///< No key: the mark that the portal was bootstrapped.
};

/// A key of this portal, if it was ever needed.
std::optional<Wiped<32>> find_key(unit::Unit& unit, KeyPurpose purpose);
/// A key of this portal, made when it is first needed.
Wiped<32> key(unit::WriteUnit& unit, const unit::Granted& granted, KeyPurpose purpose);
/// Makes the mark of `purpose`; false when it is there.
bool mark(unit::WriteUnit& unit, const unit::Granted& granted, KeyPurpose purpose);

Tries find_tries(unit::Unit& unit, const Digest& name);
void put_tries(unit::WriteUnit& unit, const unit::Granted& granted, const Digest& name, const Tries& tries);
void forget_tries(unit::WriteUnit& unit, const unit::Granted& granted, const Digest& name);

/// When the bucket of a source will be empty; of one that never failed, long ago.
Instant find_source(unit::Unit& unit, const Digest& name);
void put_source(unit::WriteUnit& unit, const unit::Granted& granted, const Digest& name, Instant empty_at);

Instant find_alarm(unit::Unit& unit, std::int64_t org);
void put_alarm(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t org, Instant empty_at);

}  // namespace ent::account::rows
