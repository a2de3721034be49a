#include "account/sign_in.hpp"

#include "account/login.hpp"
#include "portal/step.hpp"

namespace ent {
namespace {

using namespace portal;
using account::Begin;
using account::HashCost;

constexpr std::size_t longest_device_name = 100;
constexpr std::size_t longest_name_elsewhere = 200;

/// A device is known again by the token that the account gave it. Any other that is presented is not taken on:
/// somebody else may have planted it.
struct DeviceTokens {
  std::optional<account::Wiped<32>> presented{};
  account::Wiped<32> fresh{};

  std::optional<account::Digest> presented_digest() const {
    return presented ? std::optional(account::digest_of(presented->bytes())) : std::nullopt;
  }
};

DeviceTokens device_tokens(const State& state, const std::string& presented) {
  DeviceTokens tokens{account::read_secret(presented), {}};
  state->random->fill(tokens.fresh.bytes());
  return tokens;
}

Begin begin_of(const account::Token& token, const DeviceTokens& device, const std::string& device_name, bool mobile,
               std::optional<Profile> profile) {
  Begin begin;
  begin.profile = profile;
  begin.device_secret = account::digest_of(device.fresh.bytes());
  begin.device_name = device_name;
  begin.mobile = mobile;
  begin.token_name = token.name;
  begin.token_secret = account::digest_of(token.secret.bytes());
  return begin;
}

/// Holds the password against the hash, or against nothing for as long.
bool fits_password(const account::TriedLogin& tried, const std::string& password) {
  if (password.size() > account::longest_password) return false;
  if (tried.account && tried.account->password) return account::fits(password, *tried.account->password);
  account::pretend_to_fit(password, tried.cost);
  return false;
}

std::string rehash(const State& state, const std::string& password, HashCost cost) {
  std::array<std::byte, account::salt_size> salt;
  state->random->fill(salt);
  return account::hash_password(password, cost, salt);
}

Result<SignedIn> signed_in(const State& state, const Result<account::Outcome>& outcome, const account::Token& token,
                           const DeviceTokens& device) {
  if (!outcome) return outcome.error();
  if (outcome->refused) return *outcome->refused;
  const auto& device_secret = outcome->known_device ? *device.presented : device.fresh;
  return SignedIn{make_session(state, outcome->session, outcome->person_id), account::write_token(token),
                  account::write_secret(device_secret), outcome->session.ends_at};
}

Result<SignedIn> sign_in_by_password(const State& state, const SignIn& input) {
  ENT_REFUSE(base::Fields()
                 .length(input.device_name, 0, longest_device_name, "/device_name")
                 .length(input.source, 0, longest_source, "/source")
                 .error());
  const DeviceTokens device = device_tokens(state, input.device_token);
  const account::TakeTry take{account::normal_login(input.login), input.source, device.presented_digest()};
  account::FinishSignIn finish;
  {
    const unit::SlowWork slot(*state);  // before the try is taken, so that no more of them are under way than hashes
    ENT_TRY(tried, run_step<account::TriedLogin>(state, account::op_try_login, take));
    if (!tried.attempt.admitted) return base::fail(Errc::resource_exhausted, "account.try_later");
    finish.fits = fits_password(tried, input.password);
    if (finish.fits && account::needs_rehash(*tried.account->password, tried.cost)) {
      finish.rehashed = rehash(state, input.password, tried.cost);
    }
    finish.tried = std::move(tried);
  }
  const account::Token token = account::draw_token(*state->random);
  finish.begin = begin_of(token, device, input.device_name, input.mobile, input.profile);
  finish.begin.device = finish.tried.device;
  return signed_in(state, run_step<account::Outcome>(state, account::op_sign_in, finish), token, device);
}

Result<SignedIn> sign_in_by_assertion(const State& state, const ExternalSignIn& input) {
  ENT_REFUSE(base::Fields()
                 .length(input.device_name, 0, longest_device_name, "/device_name")
                 .length(input.issuer, 1, longest_name_elsewhere, "/issuer")
                 .length(input.subject, 1, longest_name_elsewhere, "/subject")
                 .error());
  const DeviceTokens device = device_tokens(state, input.device_token);
  const account::Token token = account::draw_token(*state->random);
  const account::FinishExternal finish{input.issuer, input.subject, input.asserted_at, device.presented_digest(),
                                       begin_of(token, device, input.device_name, input.mobile, input.profile)};
  return signed_in(state, run_step<account::Outcome>(state, account::op_sign_in_external, finish), token, device);
}

}  // namespace

Result<SignedIn> Portal::sign_in(const SignIn& input) const {
  return portal::walled<SignedIn>(state_, [&] { return sign_in_by_password(state_, input); });
}

Result<SignedIn> Portal::sign_in_external(const ExternalSignIn& input) const {
  return portal::walled<SignedIn>(state_, [&] { return sign_in_by_assertion(state_, input); });
}

}  // namespace ent
