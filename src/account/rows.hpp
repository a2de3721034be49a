/// The rows of accounts themselves; those of their codes, sessions and the rest stand beside.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "account/policy.hpp"
#include "ent/account.hpp"
#include "person/functions.hpp"
#include "unit/unit.hpp"

namespace ent::account::rows {

struct Account {
  AccountId id{};
  PersonId person_id{};  ///< Of somebody who was merged: the person kept.
  std::int64_t org = 0;  ///< The unit that made it.
  std::string login{};
  State state = State::pending;
  std::optional<std::string> password{};  ///< A PHC string.
  std::int64_t epoch = 0;                 ///< Another random number ends all sessions.
  Instant created_at{};
  std::optional<Instant> activated_at{};
  std::optional<Instant> hold_until{};
  std::int64_t revision = 1;
};

std::optional<Account> find(unit::Unit& unit, AccountId id);
std::optional<Account> find_of(unit::Unit& unit, PersonId person);
std::optional<Account> find_by_login(unit::Unit& unit, const std::string& login);

/// The account that a call names; neither or both is refused.
Result<std::optional<Account>> find_named(unit::Unit& unit, const std::optional<AccountId>& id,
                                          const std::optional<PersonId>& person);

View view_of(unit::Unit& unit, const Account& account);

/// What a sheet of codes asks of an account.
struct Holder {
  AccountId id{};
  std::string login{};
  State state = State::pending;
  bool has_code = false;  ///< One to choose a password that can still be used, now or later.
};

/// Makes the accounts of people who have none, in their order, each under the first free login that goes with the
/// name. Nothing when another call was first: then this one must be refused.
std::optional<std::vector<Holder>> make(unit::WriteUnit& unit, const unit::Granted& granted, std::int64_t org,
                                        std::span<const person::Named> people);

/// Writes all that changes, but for the login; the revision grows.
void update(unit::WriteUnit& unit, const unit::Granted& granted, Account& account);
/// The hash of the same password at another cost: no change that anybody sees.
void replace_hash(unit::WriteUnit& unit, const unit::Granted& granted, AccountId id, const std::string& phc);

/// False when somebody else has the login.
bool take_login(unit::WriteUnit& unit, const unit::Granted& granted, Account& account, const std::string& login);

/// A person as accounts need to know them.
struct Person {
  std::string family_name{};
  std::string given_name{};
  std::string sort_key{};
  std::optional<Date> birth_date{};
};
Person person(unit::Unit& unit, PersonId id);

/// The profiles that count for an account's policies: those that its person can act under today, or else what
/// pupils have.
Tier tier(unit::Unit& unit, PersonId id);

}  // namespace ent::account::rows
