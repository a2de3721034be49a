#include "account/sign_in.hpp"

#include <algorithm>

#include "account/device_rows.hpp"
#include "account/identity_rows.hpp"
#include "account/tries_rows.hpp"
#include "base/error.hpp"

namespace ent::account {
ENT_EMPTY_RECORD(TakeTry)
ENT_EMPTY_RECORD(TriedLogin)
ENT_EMPTY_RECORD(FinishSignIn)
ENT_EMPTY_RECORD(FinishExternal)
ENT_EMPTY_RECORD(Outcome)

namespace {

/// An account has at most so many live sessions; a new one ends the one that was not used for longest.
constexpr std::int64_t most_sessions = 5;
/// Those who administer have one.
constexpr std::int64_t most_admin_sessions = 1;

/// How old an assertion may be, and how far the provider's clock may be ahead.
constexpr std::chrono::minutes longest_assertion{5};
constexpr std::chrono::minutes clock_difference{1};

/// One login in eight that does not exist takes as long as one of staff: which, nobody can tell from outside.
HashCost pretended_cost(const Digest& name) noexcept {
  return (std::to_integer<int>(name[0]) & 7) == 0 ? strong_cost : light_cost;
}

Outcome refuse(unit::WriteUnit& unit, const unit::Granted& granted, Errc code, std::string_view reason) {
  unit.tell(granted, code, reason);
  return {base::fail(code, reason)};
}

DeviceId device_of(unit::WriteUnit& unit, const unit::Granted& granted, AccountId account, const Begin& begin) {
  if (!begin.device) return rows::add_device(unit, granted, account, begin.device_secret, begin.device_name);
  rows::see_device(unit, granted, account, *begin.device);
  return *begin.device;
}

/// The session of an account that has proved who it is.
Outcome begin_session(unit::WriteUnit& unit, const unit::Granted& granted, const rows::Account& account,
                      const Begin& begin) {
  if (account.state == State::blocked) return refuse(unit, granted, Errc::unauthenticated, "account.blocked");
  const auto profile = choose_profile(unit.places_of(account.person_id.value), begin.profile);
  if (!profile) return refuse(unit, granted, profile.error().code, profile.error().reason);
  rows::SessionRow session;
  session.account_id = account.id;
  session.id = {unit.random_number()};
  session.name = begin.token_name;
  session.secret = begin.token_secret;
  session.kind = begin.mobile ? SessionKind::mobile : SessionKind::browser;
  session.profile = *profile;
  session.device_id = device_of(unit, granted, account.id, begin);
  session.epoch = account.epoch;
  session.created_at = session.seen_at = unit.now();
  session.ends_at = begin.mobile ? unit.now() + mobile_length : unit.now() + session_length;
  session.idle_at = idle_end(session.kind, *profile, unit.now(), session.ends_at);
  const std::int64_t kept = *profile == Profile::local_admin ? most_admin_sessions : most_sessions;
  rows::end_oldest(unit, granted, account.id, kept - 1);
  rows::insert_session(unit, granted, session);
  return {std::nullopt, session, account.person_id, begin.device.has_value()};
}

/// account.take_try
Result<TriedLogin> try_login_(Write<Perm::account_authenticate>& unit, const TakeTry& input) {
  // facts
  TriedLogin tried;
  tried.account = rows::find_by_login(unit, input.login);
  if (tried.account && input.device) tried.device = rows::find_device(unit, tried.account->id, *input.device);
  // guard
  ENT_TRY(granted, unit.may({}, "account.not_found"));
  // rows
  const std::string name = tried.device ? tries_of_device(*tried.device) : tries_of_login(input.login);
  tried.attempt = begin_attempt(unit, granted, name, input.source, tried.device.has_value());
  tried.cost = tried.account ? policy_of(rows::tier(unit, tried.account->person_id)).cost
                             : pretended_cost(tried.attempt.tries);
  return tried;
}

/// account.sign_in
Result<Outcome> sign_in_(Write<Perm::account_authenticate>& unit, const FinishSignIn& input) {
  // facts
  std::optional<rows::Account> account;
  if (input.tried.account) account = rows::find(unit, input.tried.account->id);
  // guard
  ENT_TRY(granted, unit.may({}, "account.not_found"));
  if (account) unit.concerns(granted, account->org, account->person_id.value);
  // rule
  if (!input.fits || !account || account->password != input.tried.account->password) {
    count_failure(unit, granted, input.tried.attempt, account ? account->org : 0);
    return refuse(unit, granted, Errc::unauthenticated, "account.credentials_wrong");
  }
  // rows
  settle_success(unit, granted, input.tried.attempt);
  if (input.rehashed) rows::replace_hash(unit, granted, account->id, *input.rehashed);
  return begin_session(unit, granted, *account, input.begin);
}

/// account.sign_in_external
Result<Outcome> sign_in_external_(Write<Perm::account_authenticate>& unit, const FinishExternal& input) {
  // facts
  const auto id = rows::find_identity(unit, input.issuer, input.subject);
  std::optional<rows::Account> account;
  if (id) account = rows::find(unit, *id);
  Begin begin = input.begin;
  if (account && input.device) begin.device = rows::find_device(unit, account->id, *input.device);
  // guard
  ENT_TRY(granted, unit.may({}, "account.not_found"));
  if (account) unit.concerns(granted, account->org, account->person_id.value);
  // rule
  if (input.asserted_at < unit.now() - longest_assertion || input.asserted_at > unit.now() + clock_difference) {
    return refuse(unit, granted, Errc::unauthenticated, "account.assertion_stale");
  }
  if (!account) return refuse(unit, granted, Errc::unauthenticated, "account.identity_unknown");
  // rows
  return begin_session(unit, granted, *account, begin);
}

}  // namespace

Result<Profile> choose_profile(const std::vector<access::Place>& places, std::optional<Profile> asked) {
  if (places.empty()) return base::fail(Errc::failed_precondition, "account.no_profile");
  const Profile chosen = asked.value_or(places.front().profile);
  if (std::ranges::find(places, chosen, &access::Place::profile) == places.end()) {
    return base::fail(Errc::failed_precondition, "account.profile_not_held");
  }
  return chosen;
}

Instant idle_end(SessionKind kind, Profile profile, Instant now, Instant ends_at) noexcept {
  if (kind != SessionKind::browser) return ends_at;
  return std::min(now + Instant::duration(policy_of(tier_of(profile)).idle), ends_at);
}

constexpr unit::Op op_try_login = quietly(op<&try_login_>("account.take_try", "0.1"));
constexpr unit::Op op_sign_in = op<&sign_in_>("account.sign_in", "0.1");
constexpr unit::Op op_sign_in_external = op<&sign_in_external_>("account.sign_in_external", "0.1");

}  // namespace ent::account
