// Accounts as others see and manage them.
#include <algorithm>

#include "account/code_rows.hpp"
#include "account/describe.hpp"
#include "account/login.hpp"
#include "account/own.hpp"
#include "account/rows.hpp"
#include "account/throttle.hpp"
#include "account/tries_rows.hpp"
#include "base/error.hpp"
#include "unit/op.hpp"

namespace ent::account {
namespace {

/// account.get
Result<View> get_(Read<Perm::account_read>& unit, const Get& input) {
  ENT_TRY(account, rows::find_named(unit, input.account_id, input.person_id));
  ENT_TRY(granted, unit.may(target_of(input.org_id, account), not_found));
  static_cast<void>(granted);
  if (!account) return base::fail(Errc::not_found, not_found);
  return rows::view_of(unit, *account);
}

/// account.block
Result<View> block_(Write<Perm::account_block>& unit, const Target& input) {
  // facts
  auto account = rows::find(unit, input.account_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, account), not_found));
  if (!account) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(unit.expect_revision(account->revision));
  if (account->state == State::blocked) return base::fail(Errc::failed_precondition, "account.blocked");
  // rows
  account->state = State::blocked;
  account->epoch = unit.random_number();
  rows::update(unit, granted, *account);
  // event
  unit.publish(granted, "account.was_blocked", account->id.value);
  return rows::view_of(unit, *account);
}

/// account.unblock
Result<View> unblock_(Write<Perm::account_block>& unit, const Target& input) {
  // facts
  auto account = rows::find(unit, input.account_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, account), not_found));
  if (!account) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(unit.expect_revision(account->revision));
  if (account->state != State::blocked) return base::fail(Errc::failed_precondition, "account.not_blocked");
  // rows
  account->state = account->password ? State::active : State::pending;
  rows::update(unit, granted, *account);
  // event
  unit.publish(granted, "account.was_unblocked", account->id.value);
  return rows::view_of(unit, *account);
}

/// account.change_login
Result<View> change_login_(Write<Perm::account_manage>& unit, const ChangeLogin& input) {
  // facts
  auto account = rows::find(unit, input.account_id);
  const std::string login = normal_login(input.login);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, account), not_found));
  if (!account) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(unit.expect_revision(account->revision));
  if (!well_formed_login(login)) return base::invalid("/login", "account.login_malformed");
  if (login == account->login) return rows::view_of(unit, *account);
  // rows
  if (!rows::take_login(unit, granted, *account, login)) return base::fail(Errc::already_exists, "account.login_taken");
  // event
  unit.publish(granted, "account.login_was_changed", account->id.value);
  return rows::view_of(unit, *account);
}

/// account.places
Result<Places> places_(Read<Perm::account_use>& unit, const Own&) {
  ENT_TRY(granted, unit.may(own_target(unit), not_found));
  Places places;
  for (const auto& place : unit.places_of(granted.target().person)) places.items.push_back({place.profile, {place.org}});
  return places;
}

/// account.alarm
Result<Alarm> alarm_(Read<Perm::account_read>& unit, const OfUnit& input) {
  const Instant empty_at = rows::find_alarm(unit, input.org_id.value);
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, "org.not_found"));
  static_cast<void>(granted);
  const std::int64_t failures = level(establishment_bucket, empty_at, unit.now());
  return Alarm{failures, failures >= establishment_bucket.capacity};
}

}  // namespace

extern constexpr Op op_get = op<&get_>("account.get", "0.1");
extern constexpr Op op_block = op<&block_>("account.block", "0.1");
extern constexpr Op op_unblock = op<&unblock_>("account.unblock", "0.1");
extern constexpr Op op_change_login = op<&change_login_>("account.change_login", "0.1");
extern constexpr Op op_places = op<&places_>("account.places", "0.1");
extern constexpr Op op_alarm = op<&alarm_>("account.alarm", "0.1");

Result<View> get(Session& session, const Get& input, const CallOptions& options) {
  return run<View>(op_get, session, input, options);
}
Result<View> block(Session& session, const Target& input, const CallOptions& options) {
  return run<View>(op_block, session, input, options);
}
Result<View> unblock(Session& session, const Target& input, const CallOptions& options) {
  return run<View>(op_unblock, session, input, options);
}
Result<View> change_login(Session& session, const ChangeLogin& input, const CallOptions& options) {
  return run<View>(op_change_login, session, input, options);
}
Result<Places> places(Session& session, const Own& input, const CallOptions& options) {
  return run<Places>(op_places, session, input, options);
}
Result<Alarm> alarm(Session& session, const OfUnit& input, const CallOptions& options) {
  return run<Alarm>(op_alarm, session, input, options);
}

}  // namespace ent::account
