#include "account/impersonation.hpp"

#include "portal/step.hpp"

namespace ent {
namespace {

using namespace portal;

Result<Session> impersonate_by(const State& state, unit::SessionState& session, const Impersonate& input) {
  if (session.portal != state) return base::fail(Errc::failed_precondition, "session.other_portal");
  account::Outcome outcome;
  if (auto error = unit::execute(account::op_impersonate, session, {}, &input, &outcome)) return std::move(*error);
  if (outcome.refused) return *std::move(outcome.refused);
  return make_session(state, outcome.session, outcome.person_id);
}

}  // namespace

Result<Session> Portal::impersonate(Session& session, const Impersonate& input) const {
  return portal::walled<Session>(state_, [&] { return impersonate_by(state_, session.state(), input); });
}

}  // namespace ent
