// The reasons that a school uses.
#include "attendance/describe.hpp"
#include "attendance/reasons.hpp"
#include "attendance/rules.hpp"
#include "attendance/target.hpp"
#include "base/text.hpp"
#include "org/functions.hpp"
#include "unit/op.hpp"

namespace ent::attendance {
namespace {

/// attendance.reasons
Result<Reasons> reasons_(Read<Perm::org_read>& unit, const ListReasons& input) {
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  static_cast<void>(granted);
  if (!org::kind_at(unit, input.org_id, unit.at())) return base::fail(Errc::not_found, no_unit);
  return Reasons{reasons_of(unit, input.org_id)};
}

/// attendance.set_reason
Result<Reason> set_reason_(Write<Perm::attendance_manage>& unit, const SetReason& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  if (!kind) return base::fail(Errc::not_found, no_unit);
  // rule
  ENT_REFUSE(well_formed(input));
  Reason reason{std::string(base::trim(input.code)), std::string(base::trim(input.name)), input.for_absence,
                input.for_lateness, input.legitimate, input.by_family, input.in_use, input.org_id};
  // rows
  put_reason(unit, granted, reason);
  // event
  unit.publish(granted, "attendance.reason_was_set", input.org_id.value);
  return reason;
}

}  // namespace

extern constexpr Op op_reasons = op<&reasons_>("attendance.reasons", "0.1");
extern constexpr Op op_set_reason = op<&set_reason_>("attendance.set_reason", "0.1");

Result<Reasons> reasons(Session& session, const ListReasons& input, const CallOptions& options) {
  return run<Reasons>(op_reasons, session, input, options);
}
Result<Reason> set_reason(Session& session, const SetReason& input, const CallOptions& options) {
  return run<Reason>(op_set_reason, session, input, options);
}

}  // namespace ent::attendance
