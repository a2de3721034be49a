#include "account/session_steps.hpp"

#include "account/own.hpp"
#include "account/sign_in.hpp"
#include "base/error.hpp"

namespace ent::account {
ENT_EMPTY_RECORD(Presented)
ENT_EMPTY_RECORD(Found)
ENT_EMPTY_RECORD(Handle)
ENT_EMPTY_RECORD(Switch)
ENT_EMPTY_RECORD(TriedAgain)
ENT_EMPTY_RECORD(FinishStepUp)
ENT_EMPTY_RECORD(SteppedUp)
ENT_EMPTY_RECORD(FindActor)
ENT_EMPTY_RECORD(Actor)

namespace {


Error ended(std::string_view reason) { return base::fail(Errc::unauthenticated, reason); }

/// Why a handle's session no longer lives; nothing while it does.
std::optional<Error> expect_alive(unit::Unit& unit, const Handle& handle) {
  if (handle.session_id) {
    const auto session = rows::find_session(unit, handle.account_id, handle.session_id);
    const std::string reason = session ? rows::why_ended(unit, *session) : "session.ended";
    return reason.empty() ? std::nullopt : std::optional(ended(reason));
  }
  const auto account = rows::find(unit, handle.account_id);
  if (!account) return ended("session.ended");
  if (account->state == State::blocked) return ended("account.blocked");
  if (account->epoch != handle.epoch) return ended("session.revoked");
  return std::nullopt;
}

/// What a token's session is. An old token of a mobile is told apart: it has been copied.
Found look_up(unit::Unit& unit, const Presented& presented) {
  const auto session = rows::find_session(unit, presented.name);
  if (!session || session->kind == SessionKind::impersonation) return {ended("session.ended")};
  const std::string reason = rows::why_ended(unit, *session);
  if (!reason.empty()) return {ended(reason)};
  Found found{std::nullopt, *session};
  if (const auto account = rows::find(unit, session->account_id)) found.person_id = account->person_id;
  if (same(session->secret, presented.secret)) {
    found.settled = session->kind == SessionKind::browser && unit.now() - session->seen_at < seen_interval;
  } else {
    found.refused = ended(session->kind == SessionKind::mobile ? "account.token_reused" : "session.ended");
  }
  return found;
}

/// account.look_up
Result<Found> look_up_(Read<Perm::account_authenticate>& unit, const Presented& input) {
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  static_cast<void>(granted);
  // facts
  return look_up(unit, input);
}

/// account.resume
Result<Found> resume_(Write<Perm::account_authenticate>& unit, const Presented& input) {
  // facts
  Found found = look_up(unit, input);
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  rows::SessionRow& session = found.session;
  unit.concerns(granted, 0, found.person_id.value);
  // rows
  if (found.refused && found.refused->reason == "account.token_reused") {
    rows::end_session(unit, granted, session.account_id, session.id);
    unit.tell(granted, found.refused->code, "account.token_reused");
  }
  if (found.refused) return found;
  session.seen_at = unit.now();
  session.idle_at = idle_end(session.kind, session.profile, unit.now(), session.ends_at);
  if (session.kind == SessionKind::mobile) session.secret = input.next_secret;
  rows::update_session(unit, granted, session);
  return found;
}

/// account.sign_out
Result<Done> sign_out_(Write<Perm::account_authenticate>& unit, const Handle& input) {
  // facts
  const auto account = rows::find(unit, input.account_id);
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  if (account) unit.concerns(granted, account->org, account->person_id.value);
  // rows
  rows::end_session(unit, granted, input.account_id, input.session_id);
  return Done{};
}

/// account.switch_profile
Result<Done> switch_profile_(Write<Perm::account_authenticate>& unit, const Switch& input) {
  // facts
  const auto places = unit.places_of(input.person_id.value);
  auto dead = expect_alive(unit, input.handle);
  auto session = rows::find_session(unit, input.handle.account_id, input.handle.session_id);
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  unit.concerns(granted, 0, input.person_id.value);
  // rule
  if (dead) return *std::move(dead);
  ENT_TRY(profile, choose_profile(places, input.profile));
  // rows
  if (!session) return Done{};
  session->profile = profile;
  session->seen_at = unit.now();
  session->idle_at = idle_end(session->kind, profile, unit.now(), session->ends_at);
  rows::update_session(unit, granted, *session);
  return Done{};
}

/// account.try_again
Result<TriedAgain> try_again_(Write<Perm::account_authenticate>& unit, const Handle& input) {
  // facts
  TriedAgain tried{expect_alive(unit, input)};
  const auto account = rows::find(unit, input.account_id);
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  if (account) unit.concerns(granted, account->org, account->person_id.value);
  // rule
  if (tried.refused || !account) return tried;
  tried.account = *account;
  if (!account->password) tried.refused = base::fail(Errc::failed_precondition, "account.no_password");
  if (tried.refused) return tried;
  // rows
  tried.attempt = begin_attempt(unit, granted, tries_of_session(account->id), "", false);
  if (!tried.attempt.admitted) tried.refused = base::fail(Errc::resource_exhausted, "account.try_later");
  return tried;
}

/// account.step_up
Result<SteppedUp> step_up_(Write<Perm::account_authenticate>& unit, const FinishStepUp& input) {
  // facts
  const auto account = rows::find(unit, input.handle.account_id);
  auto session = rows::find_session(unit, input.handle.account_id, input.handle.session_id);
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  unit.concerns(granted, input.tried.account.org, input.tried.account.person_id.value);
  // rule
  if (!input.fits || !account || account->password != input.tried.account.password) {
    count_failure(unit, granted, input.tried.attempt, input.tried.account.org);
    unit.tell(granted, Errc::unauthenticated, "account.credentials_wrong");
    return SteppedUp{ended("account.credentials_wrong")};
  }
  // rows
  settle_success(unit, granted, input.tried.attempt);
  if (session) {
    session->step_up_at = session->seen_at = unit.now();
    session->idle_at = idle_end(session->kind, session->profile, unit.now(), session->ends_at);
    rows::update_session(unit, granted, *session);
  }
  return SteppedUp{std::nullopt, unit.now()};
}

/// account.act_as
Result<Actor> act_as_(Read<Perm::account_authenticate>& unit, const FindActor& input) {
  // facts
  ENT_TRY(account, rows::find_named(unit, input.account_id, input.person_id));
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  static_cast<void>(granted);
  // rule
  if (!account) return base::fail(Errc::not_found, not_found);
  if (account->state == State::blocked) return ended("account.blocked");
  ENT_TRY(profile, choose_profile(unit.places_of(account->person_id.value), input.profile));
  return Actor{*std::move(account), profile};
}

}  // namespace

constexpr unit::Op op_look_up = quietly(op<&look_up_>("account.look_up", "0.1"));
constexpr unit::Op op_resume = quietly(op<&resume_>("account.resume", "0.1"));
constexpr unit::Op op_sign_out = op<&sign_out_>("account.sign_out", "0.1");
constexpr unit::Op op_switch_profile = op<&switch_profile_>("account.switch_profile", "0.1");
constexpr unit::Op op_try_again = quietly(op<&try_again_>("account.try_again", "0.1"));
constexpr unit::Op op_step_up = op<&step_up_>("account.step_up", "0.1");
constexpr unit::Op op_act_as = quietly(op<&act_as_>("account.act_as", "0.1"));

}  // namespace ent::account
