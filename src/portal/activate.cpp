#include <array>

#include "account/code_steps.hpp"
#include "account/login.hpp"
#include "portal/step.hpp"

namespace ent {
namespace {

using namespace portal;

/// Holds what was typed against the code's hash, or against nothing for as long.
bool fits_code(const account::TriedCode& tried, const std::string& typed) {
  auto code = account::read_code(typed);
  const bool fits = tried.code && code && account::fits(*code, tried.code->hash);
  if (!tried.code || !code) account::pretend_to_fit(typed, account::code_cost);
  if (code) account::wipe(*code);
  return fits;
}

/// Why the password or the login that was chosen can't be.
std::optional<Error> unfit(const account::TriedCode& tried, const Activate& input) {
  account::Guessable guessable = tried.guessable;
  if (input.new_login) {
    if (!account::well_formed_login(account::normal_login(*input.new_login))) {
      return base::invalid("/new_login", "account.login_malformed");
    }
    guessable.words.push_back(*input.new_login);
  }
  return account::check_password(input.password, tried.tier, guessable, "/password");
}

std::string hash(const State& state, const std::string& password, account::Tier tier) {
  std::array<std::byte, account::salt_size> salt;
  state->random->fill(salt);
  return account::hash_password(password, account::policy_of(tier).cost, salt);
}

Result<Activated> activate_by(const State& state, const Activate& input) {
  ENT_REFUSE(base::Fields().length(input.source, 0, longest_source, "/source").error());
  const account::TryCode take{account::normal_login(input.login), input.source, input.birth_date};
  account::FinishActivate finish;
  {
    const unit::SlowWork slot(*state);
    ENT_TRY(tried, run_step<account::TriedCode>(state, account::op_try_code, take));
    if (!tried.attempt.admitted) return base::fail(Errc::resource_exhausted, "account.try_later");
    finish.fits = fits_code(tried, input.code);
    if (finish.fits) finish.unfit = unfit(tried, input);
    if (finish.fits && !finish.unfit) finish.phc = hash(state, input.password, tried.tier);
    finish.tried = std::move(tried);
  }
  if (input.new_login) finish.new_login = account::normal_login(*input.new_login);
  ENT_TRY(outcome, run_step<account::ActivateOutcome>(state, account::op_activate, finish));
  if (outcome.refused) return *std::move(outcome.refused);
  return std::move(outcome.activated);
}

}  // namespace

Result<Activated> Portal::activate(const Activate& input) const {
  return portal::walled<Activated>(state_, [&] { return activate_by(state_, input); });
}

}  // namespace ent
