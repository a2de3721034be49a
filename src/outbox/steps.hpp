/// The steps of the pump; Portal puts them together.
#pragma once

#include "ent/outbox.hpp"
#include "unit/op.hpp"

namespace ent::outbox {

/// What is due.
struct Due {
  bool now = false;
  std::optional<Instant> next_at{};
};

/// Whether something can be taken: asked first, so that who finds nothing writes nothing.
extern const unit::Op op_look;
/// Takes what is due, or parked. A trace stays in the audit.
extern const unit::Op op_take;
/// Ends what was taken.
extern const unit::Op op_settle;

}  // namespace ent::outbox
