#include "outbox/steps.hpp"

#include "outbox/describe.hpp"
#include "outbox/rows.hpp"
#include "outbox/rules.hpp"

namespace ent::outbox {
ENT_EMPTY_RECORD(Due)

namespace {

constexpr std::string_view not_found = "org.not_found";
constexpr std::int32_t most_at_once = 1000;
constexpr std::int32_t longest_lease = 24 * 60 * 60;

std::optional<Error> well_formed(const TakeDeliveries& input) {
  return base::Fields()
      .refuse_if(input.limit < 1 || input.limit > most_at_once, "/limit", "field.range")
      .refuse_if(input.lease_seconds < 1 || input.lease_seconds > longest_lease, "/lease_seconds", "field.range")
      .error();
}

/// outbox.look
Result<Due> look_(Read<Perm::outbox_pump>& unit, const TakeDeliveries& input) {
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  static_cast<void>(granted);
  // rule
  ENT_REFUSE(well_formed(input));
  // facts
  if (input.parked) return Due{rows::any_parked(unit), std::nullopt};
  const auto next = rows::next_due(unit);
  return Due{next && *next <= unit.now(), next};
}

/// outbox.take
Result<Deliveries> take_(Write<Perm::outbox_pump>& unit, const TakeDeliveries& input) {
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  // rule
  ENT_REFUSE(well_formed(input));
  // rows
  Deliveries taken{{}, unit.random_number(), rows::lease_end(unit, input), std::nullopt};
  if (!input.parked) rows::park_worn_out(unit, granted);
  taken.items = rows::take(unit, granted, input, taken.lease);
  return taken.items.empty() ? Deliveries{} : taken;
}

/// outbox.settle
Result<SettledDeliveries> settle_(Write<Perm::outbox_pump>& unit, const SettleDeliveries& input) {
  // guard
  ENT_TRY(granted, unit.may({}, not_found));
  // facts
  SettledDeliveries settled;
  std::vector<rows::Again> again;
  for (const rows::Held& held : rows::held(unit, input.lease, input.failed)) {
    again.push_back({held.number, due_again(unit.now().time_since_epoch().count(), held.tries)});
    ++(again.back().due_at == parked_until ? settled.parked : settled.failed);
  }
  // rows
  rows::put_back(unit, granted, input.lease, again);
  settled.delivered = rows::drop(unit, granted, input.lease, input.delivered);
  const auto told = static_cast<std::int32_t>(input.delivered.size() + input.failed.size());
  settled.late = told - settled.delivered - settled.failed - settled.parked;
  return settled;
}

}  // namespace

constexpr unit::Op op_look = quietly(op<&look_>("outbox.look", "0.1"));
constexpr unit::Op op_take = op<&take_>("outbox.take", "0.1");
constexpr unit::Op op_settle = quietly(op<&settle_>("outbox.settle", "0.1"));

}  // namespace ent::outbox
