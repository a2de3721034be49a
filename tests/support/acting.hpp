/// Sessions of people whom a test vouches for.
#pragma once

#include <memory>

#include "ent/portal.hpp"
#include "unit/state.hpp"

namespace ent::test {

/// As if the person had just proved who they are.
inline Session acting(const Portal& portal, PersonId person, Profile profile) {
  auto state = std::make_shared<unit::SessionState>();
  state->portal = portal.shared_state();
  const Instant proved_until = portal.state().clock->now() + std::chrono::minutes{10};
  state->rights = std::make_shared<access::Rights>(access::Actor{0, person.value, profile, proved_until, 0});
  return Session(std::move(state));
}

}  // namespace ent::test
