/// Codes: drawn before a transaction, since they are hashed slowly; used in three steps, as passwords are.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "account/attempt.hpp"
#include "account/code.hpp"
#include "account/code_rows.hpp"
#include "account/rows.hpp"
#include "ent/sign_in.hpp"
#include "unit/op.hpp"

namespace ent::account {

inline constexpr std::chrono::days activation_kept{30};
inline constexpr std::chrono::hours reset_kept{72};
inline constexpr std::chrono::minutes consent_kept{15};

/// A code that was drawn: the text for its person, the hash for the store.
struct DrawnCode {
  std::string text{};
  std::string hash{};

  DrawnCode() = default;
  DrawnCode(DrawnCode&&) = default;
  DrawnCode(const DrawnCode&) = default;
  DrawnCode& operator=(DrawnCode&&) = default;
  DrawnCode& operator=(const DrawnCode&) = default;
  ~DrawnCode() { wipe(text); }
};

/// Slow: outside of any transaction.
DrawnCode draw_code(unit::PortalState& portal);

/// Keeps a drawn code in the place of the one that its account had.
rows::Code keep_code(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, rows::Purpose purpose,
                     const DrawnCode& drawn, Instant opens_at, std::chrono::microseconds kept);

/// The line of a sheet.
Activation activation_of(const rows::Account& account, const rows::Person& person, const rows::Code& code,
                         const DrawnCode& drawn);

/// What others know of an account's person.
Guessable guessable_of(unit::Unit& unit, const rows::Account& account, const rows::Person& person);

struct TryCode {
  std::string login{};  ///< Normal.
  std::string source{};
  std::optional<Date> birth_date{};
};

struct TriedCode {
  Attempt attempt{};
  std::optional<rows::Account> account{};
  std::optional<rows::Code> code{};  ///< When it can be used, and the person is who the birth date says.
  Tier tier = Tier::staff;
  Guessable guessable{};
};
extern const unit::Op op_try_code;

struct FinishActivate {
  TriedCode tried{};
  bool fits = false;                     ///< The code did.
  std::optional<Error> unfit{};          ///< Why the password or the login that was chosen can't be.
  std::string phc{};                     ///< Of the password.
  std::optional<std::string> new_login{};
};

struct ActivateOutcome {
  std::optional<Error> refused{};
  Activated activated{};
};
extern const unit::Op op_activate;

}  // namespace ent::account
