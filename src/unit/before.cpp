#include "unit/before.hpp"

namespace ent::unit {

Before::Reading::Reading(Frame& frame) : frame_(frame), lease_(frame.session.portal->readers->take()) {
  lease_->begin_read();
  frame_.connection = &*lease_;
  frame_.session.rights->begin(frame_.now, frame_.today);
  ask_liveness(frame_);
}

Before::Reading::~Reading() {
  frame_.liveness.reset();
  frame_.connection = nullptr;
  lease_->rollback();
}

}  // namespace ent::unit
