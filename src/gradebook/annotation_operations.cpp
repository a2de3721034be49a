// A school's own kinds of marks.
#include "gradebook/annotation_rows.hpp"
#include "gradebook/annotation_rules.hpp"
#include "gradebook/describe.hpp"
#include "org/functions.hpp"
#include "unit/op.hpp"

namespace ent::gradebook {
namespace {

constexpr std::string_view no_school = "org.not_found";

/// gradebook.set_annotations
Result<Annotations> set_annotations_(Write<Perm::subject_manage>& unit, const SetAnnotations& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_school));
  if (kind != org::Kind::establishment) return base::fail(Errc::not_found, no_school);
  // rule
  ENT_REFUSE(well_formed(input));
  Annotations answer{tidy(input.items)};
  // rows
  rows::put_annotations(unit, granted, input.org_id, answer.items);
  // event
  unit.publish(granted, "gradebook.annotations_were_set", input.org_id.value);
  return answer;
}

/// gradebook.annotations
Result<Annotations> annotations_(Read<Perm::subject_read>& unit, const OfAnnotations& input) {
  const auto kind = org::kind_at(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_school));
  static_cast<void>(granted);
  if (!kind) return base::fail(Errc::not_found, no_school);
  return Annotations{rows::annotations(unit, input.org_id)};
}

}  // namespace

extern constexpr Op op_set_annotations = op<&set_annotations_>("gradebook.set_annotations", "0.1");
extern constexpr Op op_annotations = op<&annotations_>("gradebook.annotations", "0.1");

Result<Annotations> set_annotations(Session& session, const SetAnnotations& input, const CallOptions& options) {
  return run<Annotations>(op_set_annotations, session, input, options);
}
Result<Annotations> annotations(Session& session, const OfAnnotations& input, const CallOptions& options) {
  return run<Annotations>(op_annotations, session, input, options);
}

}  // namespace ent::gradebook
