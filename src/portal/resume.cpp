#include "account/session_steps.hpp"
#include "portal/step.hpp"

namespace ent {
namespace {

using namespace portal;
using account::Found;
using account::Handle;

Error ended() { return base::fail(Errc::unauthenticated, "session.ended"); }

/// How a session's handle is told to the steps. A host's session has no row: its proof is an epoch.
Handle handle_of(const unit::SessionState& session) {
  const AccountId account{session.rights->actor().account};
  return {account, {session.number}, session.number == 0 ? session.liveness.proof : 0};
}

Result<Resumed> resume_by(const State& state, const std::string& text) {
  const auto token = account::read_token(text);
  if (!token) return ended();
  account::Token next = *token;
  state->random->fill(next.secret.bytes());
  account::Presented presented{token->name, account::digest_of(token->secret.bytes()),
                               account::digest_of(next.secret.bytes())};
  ENT_TRY(found, run_step<Found>(state, account::op_look_up, presented));
  const bool copied = found.refused && found.refused->reason == "account.token_reused";
  if (found.refused && !copied) return *found.refused;
  if (!found.settled) {
    ENT_TRY(written, run_step<Found>(state, account::op_resume, presented));
    if (written.refused) return *written.refused;
    found = std::move(written);
  }
  const bool rotates = found.session.kind == account::SessionKind::mobile;
  return Resumed{make_session(state, found.session, found.person_id), rotates ? account::write_token(next) : text,
                 found.session.ends_at};
}

Result<Done> step_up_by(unit::SessionState& session, const std::string& password) {
  const State state = session.portal;
  account::FinishStepUp finish{handle_of(session), {}, false};
  {
    const unit::SlowWork slot(*state);
    ENT_TRY(tried, run_step<account::TriedAgain>(state, account::op_try_again, finish.handle));
    if (tried.refused) return *tried.refused;
    finish.fits = password.size() <= account::longest_password && account::fits(password, *tried.account.password);
    finish.tried = std::move(tried);
  }
  ENT_TRY(done, run_step<account::SteppedUp>(state, account::op_step_up, finish));
  if (done.refused) return *done.refused;
  access::Actor actor = session.rights->actor();
  actor.step_up_until = done.at + account::step_up_length;
  session.rights = std::make_shared<access::Rights>(actor);
  return Done{};
}

Result<Session> switch_by(const unit::SessionState& session, Profile profile) {
  access::Actor actor = session.rights->actor();
  const account::Switch input{handle_of(session), {actor.person}, profile};
  ENT_TRY(done, run_step<Done>(session.portal, account::op_switch_profile, input));
  static_cast<void>(done);
  actor.profile = profile;
  auto other = std::make_shared<unit::SessionState>(session);
  other->rights = std::make_shared<access::Rights>(actor);
  return Session(std::move(other));
}

}  // namespace

Result<Resumed> Portal::resume(const std::string& token) const {
  return portal::walled<Resumed>(state_, [&] { return resume_by(state_, token); });
}

Result<Done> Portal::sign_out(const Session& session) const {
  return portal::walled<Done>(state_, [&]() -> Result<Done> {
    if (session.state().portal != state_) return base::fail(Errc::failed_precondition, "session.other_portal");
    if (session.state().number == 0) return Done{};
    return run_step<Done>(state_, account::op_sign_out, handle_of(session.state()));
  });
}

Result<Session> Session::switch_profile(Profile profile) const {
  return portal::walled<Session>(state_->portal, [&]() -> Result<Session> {
    const access::Actor& actor = state_->rights->actor();
    if (actor.impersonator != 0) return base::fail(Errc::failed_precondition, "session.impersonated");
    if (actor.account == 0) return base::fail(Errc::failed_precondition, "account.profile_not_held");
    return switch_by(*state_, profile);
  });
}

Result<Done> Session::step_up(const std::string& password) {
  return portal::walled<Done>(state_->portal, [&]() -> Result<Done> {
    const access::Actor& actor = state_->rights->actor();
    if (actor.impersonator != 0) return base::fail(Errc::failed_precondition, "session.impersonated");
    if (actor.account == 0) return base::fail(Errc::failed_precondition, "account.no_password");
    return step_up_by(*state_, password);
  });
}

}  // namespace ent
