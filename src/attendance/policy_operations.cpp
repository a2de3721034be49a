// How a unit counts attendance.
#include "attendance/describe.hpp"
#include "attendance/policies.hpp"
#include "attendance/rules.hpp"
#include "attendance/target.hpp"
#include "org/functions.hpp"
#include "unit/op.hpp"

namespace ent::attendance {
namespace {

/// attendance.policy
Result<Policy> policy_(Read<Perm::org_read>& unit, const OfPolicy& input) {
  const auto line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, no_unit);
  return policy_of(countings_of(unit, line), line);
}

/// attendance.set_policy
Result<Policy> set_policy_(Write<Perm::attendance_manage>& unit, const SetPolicy& input) {
  // facts
  const auto line = org::line_of(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  if (line.empty()) return base::fail(Errc::not_found, no_unit);
  // rule
  if (input.counting) ENT_REFUSE(well_formed(*input.counting));
  // rows
  if (input.counting) {
    put_counting(unit, granted, input.org_id, tidy(*input.counting));
  } else {
    remove_counting(unit, granted, input.org_id);
  }
  // event
  unit.publish(granted, "attendance.policy_was_set", input.org_id.value);
  return policy_of(countings_of(unit, line), line);
}

}  // namespace

extern constexpr Op op_policy = op<&policy_>("attendance.policy", "0.1");
extern constexpr Op op_set_policy = op<&set_policy_>("attendance.set_policy", "0.1");

Result<Policy> policy(Session& session, const OfPolicy& input, const CallOptions& options) {
  return run<Policy>(op_policy, session, input, options);
}
Result<Policy> set_policy(Session& session, const SetPolicy& input, const CallOptions& options) {
  return run<Policy>(op_set_policy, session, input, options);
}

}  // namespace ent::attendance
