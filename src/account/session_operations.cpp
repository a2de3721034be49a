// One's own sessions and devices, and the end of all sessions of an account.
#include <algorithm>

#include "access/facts.hpp"
#include "account/code_steps.hpp"
#include "account/describe.hpp"
#include "account/device_rows.hpp"
#include "account/own.hpp"
#include "account/rows.hpp"
#include "account/session_rows.hpp"
#include "base/error.hpp"

namespace ent::account {
namespace {

/// How long one sees who has looked in.
constexpr std::chrono::days impersonations_shown{366};

AccountId own_account(const unit::Unit& unit) { return {unit.actor().account}; }

/// account.sessions
Result<Sessions> sessions_(Read<Perm::account_use>& unit, const Own&) {
  ENT_TRY(granted, unit.may(own_target(unit), not_found));
  static_cast<void>(granted);
  Sessions found{rows::list_sessions(unit, own_account(unit), unit.now() - impersonations_shown)};
  for (SessionView& view : found.items) view.current = view.id.value == unit.session();
  return found;
}

/// account.end_session
Result<Done> end_session_(Write<Perm::account_use>& unit, const EndSession& input) {
  // facts
  const auto session = rows::find_session(unit, own_account(unit), input.session_id);
  // guard
  ENT_TRY(granted, unit.may(own_target(unit), not_found));
  if (!session) return base::fail(Errc::not_found, "account.session_not_found");
  // rows
  rows::end_session(unit, granted, session->account_id, session->id);
  return Done{};
}

/// account.revoke_sessions
Result<Done> revoke_sessions_(Write<Perm::account_revoke_session>& unit, const Target& input) {
  // facts
  auto account = rows::find(unit, input.account_id);
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value, .person = account ? account->person_id.value : 0}, not_found));
  if (!account) return base::fail(Errc::not_found, not_found);
  // rows
  account->epoch = unit.random_number();
  rows::update(unit, granted, *account);
  if (account->id == own_account(unit)) {
    rows::carry_over(unit, granted, account->id, {unit.session()}, account->epoch);
  }
  // event
  unit.publish(granted, "account.sessions_were_revoked", account->id.value);
  return Done{};
}

/// account.devices
Result<Devices> devices_(Read<Perm::account_use>& unit, const Own&) {
  ENT_TRY(granted, unit.may(own_target(unit), not_found));
  static_cast<void>(granted);
  return Devices{rows::list_devices(unit, own_account(unit))};
}

/// account.forget_device
Result<Done> forget_device_(Write<Perm::account_use>& unit, const ForgetDevice& input) {
  // guard
  ENT_TRY(granted, unit.may(own_target(unit), not_found));
  // rows
  if (!rows::forget_device(unit, granted, own_account(unit), input.device_id)) {
    return base::fail(Errc::not_found, "account.device_not_found");
  }
  rows::end_of_device(unit, granted, own_account(unit), input.device_id);
  return Done{};
}

DrawnCode draw_consent_(unit::Before& before, const Own&) { return draw_code(*before.portal()); }
DrawnCode draw_consent_for_(unit::Before& before, const Target&) { return draw_code(*before.portal()); }

constexpr int age_of_majority = 18;

/// For consent: a pupil whose birth date nobody knows is taken to be a minor.
bool is_minor(unit::Unit& unit, PersonId id) {
  const auto born = rows::person(unit, id).birth_date;
  if (born) return !access::has_age(born, age_of_majority, unit.today());
  const auto places = unit.places_of(id.value);
  return std::ranges::find(places, Profile::pupil, &access::Place::profile) != places.end();
}

Consent keep_consent(unit::WriteUnit& unit, const unit::Granted& granted, AccountId id, const DrawnCode& drawn) {
  const auto code = keep_code(unit, granted, id, rows::Purpose::consent, drawn, unit.now(), consent_kept);
  return Consent{printed(drawn.text), code.expires_at};
}

/// account.allow_impersonation
Result<Consent> allow_impersonation_(Write<Perm::account_use>& unit, const Own&, const DrawnCode& drawn) {
  // guard
  ENT_TRY(granted, unit.may(own_target(unit), not_found));
  // rule
  if (is_minor(unit, {unit.actor().person})) return base::fail(Errc::failed_precondition, "account.minor");
  // rows
  return keep_consent(unit, granted, own_account(unit), drawn);
}

/// account.consent_for
Result<Consent> consent_for_(Write<Perm::account_consent>& unit, const Target& input, const DrawnCode& drawn) {
  // facts
  const auto account = rows::find(unit, input.account_id);
  // guard
  const std::int64_t person = account ? account->person_id.value : 0;
  ENT_TRY(granted, unit.may({.org = input.org_id.value, .person = person}, not_found));
  if (!account) return base::fail(Errc::not_found, not_found);
  // rule
  if (!is_minor(unit, account->person_id)) return base::fail(Errc::failed_precondition, "account.of_age");
  // rows
  return keep_consent(unit, granted, account->id, drawn);
}

}  // namespace

extern constexpr Op op_sessions = op<&sessions_>("account.sessions", "0.1");
extern constexpr Op op_end_session = op<&end_session_>("account.end_session", "0.1");
extern constexpr Op op_revoke_sessions = op<&revoke_sessions_>("account.revoke_sessions", "0.1");
extern constexpr Op op_devices = op<&devices_>("account.devices", "0.1");
extern constexpr Op op_forget_device = op<&forget_device_>("account.forget_device", "0.1");
extern constexpr Op op_allow_impersonation =
    op<&allow_impersonation_, &draw_consent_>("account.allow_impersonation", "0.1", Secrets::held);
extern constexpr Op op_consent_for = op<&consent_for_, &draw_consent_for_>("account.consent_for", "0.1", Secrets::held);

Result<Sessions> sessions(Session& session, const Own& input, const CallOptions& options) {
  return run<Sessions>(op_sessions, session, input, options);
}
Result<Done> end_session(Session& session, const EndSession& input, const CallOptions& options) {
  return run<Done>(op_end_session, session, input, options);
}
Result<Done> revoke_sessions(Session& session, const Target& input, const CallOptions& options) {
  return run<Done>(op_revoke_sessions, session, input, options);
}
Result<Devices> devices(Session& session, const Own& input, const CallOptions& options) {
  return run<Devices>(op_devices, session, input, options);
}
Result<Done> forget_device(Session& session, const ForgetDevice& input, const CallOptions& options) {
  return run<Done>(op_forget_device, session, input, options);
}
Result<Consent> allow_impersonation(Session& session, const Own& input, const CallOptions& options) {
  return run<Consent>(op_allow_impersonation, session, input, options);
}
Result<Consent> consent_for(Session& session, const Target& input, const CallOptions& options) {
  return run<Consent>(op_consent_for, session, input, options);
}

}  // namespace ent::account
