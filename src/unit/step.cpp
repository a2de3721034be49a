#include "unit/step.hpp"

namespace ent::unit {

std::shared_ptr<SessionState> system_session(const std::shared_ptr<PortalState>& portal) {
  auto session = std::make_shared<SessionState>();
  session->portal = portal;
  session->rights = std::make_shared<access::Rights>(access::Actor{.profile = Profile::system});
  return session;
}

}  // namespace ent::unit
