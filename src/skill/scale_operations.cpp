// Scales: said by a unit, inherited by those below it.
#include "org/functions.hpp"
#include "skill/describe.hpp"
#include "skill/scales.hpp"
#include "skill/target.hpp"
#include "unit/op.hpp"

namespace ent::skill {
namespace {

/// skill.set_scale
Result<Scale> set_scale_(Write<Perm::subject_manage>& unit, const SetScale& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(about(input.org_id), no_unit));
  if (!kind) return base::fail(Errc::not_found, no_unit);
  // rule
  ENT_REFUSE(well_formed(input));
  const Date from = input.valid_from.value_or(unit.today());
  auto levels = levels_of(input.items);
  // rows
  rows::insert_scale(unit, granted, input.org_id, from, levels);
  // event
  unit.publish(granted, "skill.scale_was_set", input.org_id.value);
  return Scale{std::move(levels), input.org_id, from};
}

/// skill.scale
Result<Scale> scale_(Read<Perm::subject_read>& unit, const OfUnit& input) {
  const auto line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(about(input.org_id), no_unit));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, no_unit);
  const rows::HeldScale held = rows::scale_on(unit, line, unit.at());
  auto levels = rows::levels_in(unit, std::span(&held.id, 1));
  const auto org = held.id == rows::usual_scale ? std::nullopt : std::optional(OrgId{held.id >> 32});
  return Scale{std::move(levels.at(held.id)), org, held.valid_from};
}

}  // namespace

extern constexpr Op op_set_scale = op<&set_scale_>("skill.set_scale", "0.1");
extern constexpr Op op_scale = op<&scale_>("skill.scale", "0.1");

Result<Scale> set_scale(Session& session, const SetScale& input, const CallOptions& options) {
  return run<Scale>(op_set_scale, session, input, options);
}
Result<Scale> scale(Session& session, const OfUnit& input, const CallOptions& options) {
  return run<Scale>(op_scale, session, input, options);
}

}  // namespace ent::skill
