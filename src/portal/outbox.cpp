#include "ent/outbox.hpp"

#include "outbox/steps.hpp"
#include "portal/step.hpp"

namespace ent {
namespace {

using namespace portal;

Result<Deliveries> take_by(const State& state, const TakeDeliveries& input) {
  ENT_TRY(due, run_step<outbox::Due>(state, outbox::op_look, input));
  if (!due.now) return Deliveries{{}, 0, std::nullopt, due.next_at};
  return run_step<Deliveries>(state, outbox::op_take, input);
}

bool carried(Courier& courier, const Delivery& delivery) {
  try {
    return courier.carry(delivery);
  } catch (...) {  // of a host: one delivery that fails is no reason to lose what is known of the others
    return false;
  }
}

Result<Pumped> pump_by(const State& state, Courier& courier, const TakeDeliveries& input) {
  ENT_TRY(taken, take_by(state, input));
  Pumped pumped{{}, 0, taken.next_due_at};
  if (taken.items.empty()) return pumped;
  SettleDeliveries settle{taken.lease, {}, {}};
  for (const Delivery& delivery : taken.items) {
    if (state->clock->now() >= *taken.until) {
      ++pumped.left;
    } else {
      (carried(courier, delivery) ? settle.delivered : settle.failed).push_back(delivery.number);
    }
  }
  ENT_TRY(settled, run_step<SettledDeliveries>(state, outbox::op_settle, settle));
  pumped.settled = settled;
  return pumped;
}

}  // namespace

Result<Deliveries> Portal::take_deliveries(const TakeDeliveries& input) const {
  return portal::walled<Deliveries>(state_, [&] { return take_by(state_, input); });
}

Result<SettledDeliveries> Portal::settle_deliveries(const SettleDeliveries& input) const {
  return portal::walled<SettledDeliveries>(
      state_, [&] { return run_step<SettledDeliveries>(state_, outbox::op_settle, input); });
}

Result<Pumped> Portal::pump(Courier& courier, const TakeDeliveries& input) const {
  return portal::walled<Pumped>(state_, [&] { return pump_by(state_, courier, input); });
}

}  // namespace ent
