#include "portal/step.hpp"

#include "account/policy.hpp"

namespace ent::portal {

Session make_session(const State& state, const access::Actor& actor, const store::Sql& liveness, std::int64_t proof,
                     std::int64_t number) {
  auto session = std::make_shared<unit::SessionState>();
  session->portal = state;
  session->rights = std::make_shared<access::Rights>(actor);
  session->liveness = {&liveness, proof};
  session->number = number;
  return Session(std::move(session));
}

Session make_session(const State& state, const account::rows::SessionRow& row, PersonId person) {
  const access::Actor actor{.account = row.account_id.value,
                            .person = person.value,
                            .profile = row.profile,
                            .step_up_until = row.step_up_at ? *row.step_up_at + account::step_up_length : Instant{},
                            .impersonator = row.reader.value};
  const bool impersonation = row.kind == account::SessionKind::impersonation;
  const store::Sql& liveness =
      impersonation ? account::rows::impersonation_liveness : account::rows::session_liveness;
  return make_session(state, actor, liveness, row.id.value, row.id.value);
}

}  // namespace ent::portal
