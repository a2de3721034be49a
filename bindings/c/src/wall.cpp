#include "wall.hpp"

#include "base/try.hpp"
#include "unit/state.hpp"

namespace ent::c {

ent_status give_defect(ent_error** err) noexcept {
  try {
    return give(base::fail(Errc::internal, "internal.defect"), err);
  } catch (...) {
    return give_exhausted(err);
  }
}

std::optional<Error> refuse_closed(const unit::PortalState& portal) {
  if (!portal.closed.load()) return std::nullopt;
  return base::fail(Errc::failed_precondition, "closed");
}

Result<Session*> open_session(ent_session* session) {
  ENT_REFUSE(need(session, "/session"));
  if (!session->session) return base::fail(Errc::failed_precondition, "closed");
  ENT_REFUSE(refuse_closed(*session->session->state().portal));
  return &*session->session;
}

}  // namespace ent::c
