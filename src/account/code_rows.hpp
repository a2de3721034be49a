/// The rows of codes: of each account at most one for each purpose.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "ent/id.hpp"
#include "ent/time.hpp"
#include "unit/unit.hpp"

namespace ent::account::rows {

/// Stored: append, never renumber.
enum class Purpose : std::int32_t {
  password = 1,  ///< To choose a password: at first, or after a reset.
  consent = 2,   ///< To let somebody look in.
};

/// A wrong try more, and the code is dead.
inline constexpr std::int64_t most_code_tries = 5;

struct Code {
  std::int64_t number = 0;  ///< Tells one code of an account from the next.
  std::string hash{};       ///< A PHC string.
  Instant opens_at{};
  Instant expires_at{};
  std::int64_t tries = 0;
  std::int64_t issuer = 0;  ///< The person who gave it out; 0: the host.

  bool usable_at(Instant now) const noexcept { return opens_at <= now && now < expires_at && tries < most_code_tries; }
};

std::optional<Code> find_code(unit::Unit& unit, AccountId account, Purpose purpose);
/// In the place of the one that was there.
void put_code(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, Purpose purpose, const Code& code);
/// Codes to choose a password, for accounts side by side with their numbers and hashes; all else as in `like`.
void put_codes(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> accounts,
               std::span<const std::int64_t> numbers, std::span<const std::string> hashes, const Code& like);
void count_code_tries(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, Purpose purpose,
                      std::int64_t tries);
void drop_code(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, Purpose purpose);

}  // namespace ent::account::rows
