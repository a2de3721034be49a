// The bells of a day, in which lessons are placed.
#include "calendar/describe.hpp"
#include "calendar/functions.hpp"
#include "calendar/rows.hpp"
#include "calendar/target.hpp"
#include "org/functions.hpp"
#include "unit/op.hpp"

namespace ent::calendar {
namespace {

/// calendar.set_bells
Result<Done> set_bells_(Write<Perm::calendar_manage>& unit, const SetBells& input) {
  // facts
  const bool exists = org::find_at(unit, input.org_id, unit.today()).has_value();
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  if (!exists) return base::fail(Errc::not_found, not_found);
  // rule, rows, event
  ENT_REFUSE(put_grid(unit, granted, input));
  return Done{};
}

/// calendar.bells
Result<Grids> bells_(Read<Perm::calendar_read>& unit, const OnDay& input) {
  const Date date = input.date.value_or(unit.at());
  const rows::Line line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(target_of(input.org_id), not_found));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, not_found);
  Grids found{rows::grids(unit, line, date)};
  const base::Zone zone = rows::zone(unit, line);
  for (Grid& grid : found.items) {
    for (BellOfDay& bell : grid.bells) {
      bell.begins_at = zone.instant_of(date, std::chrono::minutes{bell.begins.minutes});
      bell.ends_at = zone.instant_of(date, std::chrono::minutes{bell.ends.minutes});
    }
  }
  return found;
}

}  // namespace

extern constexpr Op op_set_bells = op<&set_bells_>("calendar.set_bells", "0.1");
extern constexpr Op op_bells = op<&bells_>("calendar.bells", "0.1");

Result<Done> set_bells(Session& session, const SetBells& input, const CallOptions& options) {
  return run<Done>(op_set_bells, session, input, options);
}
Result<Grids> bells(Session& session, const OnDay& input, const CallOptions& options) {
  return run<Grids>(op_bells, session, input, options);
}

}  // namespace ent::calendar
