/// A step that the portal takes by itself: an operation of the system, inside one that a caller asked for.
#pragma once

#include <memory>

#include "unit/op.hpp"

namespace ent::unit {

/// A session of the host itself.
std::shared_ptr<SessionState> system_session(const std::shared_ptr<PortalState>& portal);

/// Runs a step in a transaction of its own; never inside another.
template <class Out, class In>
Result<Out> run_step(const std::shared_ptr<PortalState>& portal, const Op& step, const In& input) {
  Out out{};
  if (auto error = execute(step, *system_session(portal), {}, &input, &out)) return std::move(*error);
  return out;
}

}  // namespace ent::unit
