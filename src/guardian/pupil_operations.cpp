// What adult pupils close to their guardians, and the other adults around a pupil.
#include "guardian/both.hpp"
#include "guardian/describe.hpp"
#include "guardian/rows.hpp"
#include "guardian/rules.hpp"
#include "guardian/target.hpp"
#include "person/card.hpp"
#include "unit/op.hpp"

namespace ent::guardian {
namespace {

/// guardian.oppose
Result<Done> oppose_(Write<Perm::guardian_close>& unit, const Oppose& input) {
  // facts
  const Date from = input.valid_from.value_or(unit.today());
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  const bool opposed = rows::opposed(unit, input.pupil_id, from);
  const auto units = person::units_of(unit, input.pupil_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, input.pupil_id), not_found));
  if (!pupil) return base::fail(Errc::not_found, not_found);
  // rule
  const auto& born = pupil->person.birth_date;
  if (!born || comes_of_age(*born) > from) return base::fail(Errc::failed_precondition, "guardian.not_adult");
  const bool own = unit.actor().person == pupil->person.person;
  if (own && input.ground != Ground::adult) return base::fail(Errc::permission_denied, "guardian.ground_not_own");
  if (opposed) return base::fail(Errc::already_exists, "guardian.opposed");
  // rows
  rows::oppose(unit, granted, input.pupil_id, input.ground, from);
  unit.rights_changed(granted, units);
  // event
  unit.publish(granted, "guardian.was_closed_out", input.pupil_id.value);
  return Done{};
}

/// guardian.withdraw_opposition
Result<Done> withdraw_opposition_(Write<Perm::guardian_close>& unit, const WithdrawOpposition& input) {
  // facts
  const Date end = input.valid_to.value_or(unit.today());
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  const bool opposed = rows::opposed(unit, input.pupil_id, end);
  const auto units = person::units_of(unit, input.pupil_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, input.pupil_id), not_found));
  if (!pupil) return base::fail(Errc::not_found, not_found);
  // rule
  if (!opposed) return base::fail(Errc::not_found, "guardian.not_opposed");
  // rows
  rows::end_opposition(unit, granted, input.pupil_id, end);
  unit.rights_changed(granted, units);
  // event
  unit.publish(granted, "guardian.was_let_in", input.pupil_id.value);
  return Done{};
}

/// guardian.assign
Result<Assignment> assign_(Write<Perm::assignment_manage>& unit, const Assign& input) {
  // facts
  const Both both = find_both(unit, input.org_id, input.pupil_id, input.adult_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, both.pupil_id), not_found));
  if (!both) return base::fail(Errc::not_found, not_found);
  // rule
  if (both.pupil_id == both.adult_id) return base::invalid("/adult_id", "guardian.oneself");
  ENT_TRY(period, unit::period_of(input.valid_from, input.valid_to, unit.today()));
  const rows::AssignmentRow row{both.pupil->member, both.adult->member, input.kind, period};
  if (!person::has_post(unit, input.org_id, row.pupil, Profile::pupil, person::any_function, period)) {
    return base::fail(Errc::not_found, not_found);
  }
  if (!has_own_post(person::profiles_of(unit, input.org_id, row.adult, period))) {
    return base::fail(Errc::failed_precondition, "guardian.no_post");
  }
  if (rows::assigned(unit, input.org_id, row)) return base::fail(Errc::already_exists, "guardian.assigned");
  // rows
  rows::assign(unit, granted, input.org_id, row);
  unit.rights_changed(granted, input.org_id.value);
  // event
  unit.publish(granted, "guardian.adult_was_assigned", both.pupil_id.value);
  return Assignment{person::card_of(both.pupil->person), person::card_of(both.adult->person), input.kind, period.from, input.valid_to};
}

/// guardian.end_assignment
Result<Done> end_assignment_(Write<Perm::assignment_manage>& unit, const EndAssignment& input) {
  // facts
  const Date end = input.valid_to.value_or(unit.today());
  const Both both = find_both(unit, input.org_id, input.pupil_id, input.adult_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, both.pupil_id), not_found));
  if (!both) return base::fail(Errc::not_found, not_found);
  // rule
  const rows::AssignmentRow row{both.pupil->member, both.adult->member, input.kind, {end, open_end}};
  if (!rows::assigned(unit, input.org_id, row)) return base::fail(Errc::not_found, "guardian.not_assigned");
  // rows
  rows::end_assignment(unit, granted, input.org_id, row, end);
  unit.rights_changed(granted, input.org_id.value);
  // event
  unit.publish(granted, "guardian.assignment_was_ended", both.pupil_id.value);
  return Done{};
}

/// guardian.assignments
Result<Assignments> assignments_(Read<Perm::assignment_read>& unit, const ListAssignments& input) {
  ENT_TRY(visible, unit.visible_people());
  const auto number_of = [&](const std::optional<PersonId>& person) -> std::optional<std::int64_t> {
    if (!person) return 0;
    const auto known = person::find(unit, input.org_id, *person);
    return known ? std::optional(known->member) : std::nullopt;
  };
  const auto pupil = number_of(input.pupil_id);
  const auto adult = number_of(input.adult_id);
  if (!pupil || !adult) return Assignments{};
  return Assignments{rows::assignments(unit, person::seen(unit, visible, input.org_id), input.org_id, *pupil, *adult)};
}

}  // namespace

extern constexpr Op op_oppose = op<&oppose_>("guardian.oppose", "0.1");
extern constexpr Op op_withdraw_opposition = op<&withdraw_opposition_>("guardian.withdraw_opposition", "0.1");
extern constexpr Op op_assign = op<&assign_>("guardian.assign", "0.1");
extern constexpr Op op_end_assignment = op<&end_assignment_>("guardian.end_assignment", "0.1");
extern constexpr Op op_assignments = op<&assignments_>("guardian.assignments", "0.1");

Result<Done> oppose(Session& session, const Oppose& input, const CallOptions& options) {
  return run<Done>(op_oppose, session, input, options);
}
Result<Done> withdraw_opposition(Session& session, const WithdrawOpposition& input, const CallOptions& options) {
  return run<Done>(op_withdraw_opposition, session, input, options);
}
Result<Assignment> assign(Session& session, const Assign& input, const CallOptions& options) {
  return run<Assignment>(op_assign, session, input, options);
}
Result<Done> end_assignment(Session& session, const EndAssignment& input, const CallOptions& options) {
  return run<Done>(op_end_assignment, session, input, options);
}
Result<Assignments> assignments(Session& session, const ListAssignments& input, const CallOptions& options) {
  return run<Assignments>(op_assignments, session, input, options);
}

}  // namespace ent::guardian
