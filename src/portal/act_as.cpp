#include "account/session_steps.hpp"
#include "portal/step.hpp"

namespace ent {
namespace {

using namespace portal;

Result<Session> act_as_by(const State& state, const ActAs& input) {
  if (input.step_up_at && *input.step_up_at > state->clock->now()) {
    return base::invalid("/step_up_at", "account.step_up_later");
  }
  const account::FindActor find{input.account_id, input.person_id, input.profile};
  ENT_TRY(found, run_step<account::Actor>(state, account::op_act_as, find));
  const access::Actor actor{.account = found.account.id.value,
                            .person = found.account.person_id.value,
                            .profile = found.profile,
                            .step_up_until = input.step_up_at ? *input.step_up_at + account::step_up_length : Instant{}};
  return make_session(state, actor, account::rows::host_liveness, found.account.epoch, 0);
}

}  // namespace

Result<Session> Portal::act_as(const ActAs& input) const {
  return portal::walled<Session>(state_, [&] { return act_as_by(state_, input); });
}

}  // namespace ent
