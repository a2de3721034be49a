#include "unit/before.hpp"

#include "unit/borrow.hpp"

namespace ent::unit {

Before::Reading::Reading(Frame& frame) : frame_(frame), lease_(borrow(*frame.session.portal->readers, patience_of(frame))) {
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
