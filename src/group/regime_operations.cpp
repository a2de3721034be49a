// How pupils live at school.
#include "group/describe.hpp"
#include "group/people.hpp"
#include "group/rows.hpp"
#include "group/rules.hpp"
#include "group/target.hpp"
#include "unit/op.hpp"

namespace ent::group {
namespace {

/// The right over each of the pupils.
Result<unit::Granted> may_set(unit::WriteUnit& unit, const SetRegime& input) {
  std::vector<std::int64_t> pupils;
  for (const PersonId pupil : input.pupil_ids) pupils.push_back(pupil.value);
  unit.expect(input.org_id.value, pupils);
  auto granted = unit.may({.org = input.org_id.value}, no_person);
  for (const std::int64_t pupil : pupils) {
    granted = unit.may({.org = input.org_id.value, .person = pupil}, no_person);
    if (!granted) break;
  }
  return granted;
}

/// group.set_regime
Result<Done> set_regime_(Write<Perm::enrolment_manage>& unit, const SetRegime& input) {
  // facts
  const Date from = input.valid_from.value_or(unit.today());
  // guard
  ENT_TRY(granted, may_set(unit, input));
  // rule
  ENT_REFUSE(well_formed(input));
  ENT_TRY(pupils, numbers_of(unit, input.org_id, input.pupil_ids, "/pupil_ids"));
  if (!rows::all_in_divisions(unit, input.org_id, pupils, from)) {
    return base::fail(Errc::failed_precondition, "group.not_enrolled");
  }
  // rows
  rows::put_regime(unit, granted, input.org_id, pupils, input.regime, from);
  // event
  std::vector<std::int64_t> ids;
  for (const PersonId pupil : input.pupil_ids) ids.push_back(pupil.value);
  unit.publish(granted, "group.regime_was_set", ids);
  return Done{};
}

}  // namespace

extern constexpr Op op_set_regime = op<&set_regime_>("group.set_regime", "0.1");

Result<Done> set_regime(Session& session, const SetRegime& input, const CallOptions& options) {
  return run<Done>(op_set_regime, session, input, options);
}

}  // namespace ent::group
