// What families give as reasons, and what the school decides.
#include "attendance/describe.hpp"
#include "attendance/readable.hpp"
#include "attendance/reasons.hpp"
#include "attendance/rows.hpp"
#include "attendance/rules.hpp"
#include "attendance/staff.hpp"
#include "attendance/target.hpp"
#include "attendance/tell.hpp"
#include "base/text.hpp"
#include "org/functions.hpp"
#include "person/card.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::attendance {
namespace {

/// A family gives the reasons that are for families, the school any.
std::optional<Error> expect_code(unit::Unit& unit, const Justify& input) {
  if (!input.reason_code) return std::nullopt;
  const bool by_family = unit.actor().profile == Profile::guardian || unit.actor().profile == Profile::pupil;
  auto reason = expect_reason(unit, input.org_id, *input.reason_code, Kind::presence, by_family);
  if (!reason) return std::move(reason).error();
  return std::nullopt;
}

/// attendance.justify
Result<Justification> justify_(Write<Perm::attendance_justify>& unit, const Justify& input) {
  // facts
  const OrgId org = input.org_id;
  const auto pupil = person::find(unit, org, input.pupil_id);
  const auto author = person::find(unit, org, PersonId{unit.actor().person});
  // guard
  ENT_TRY(granted, unit.may(target_of(org, pupil ? PersonId{pupil->person.person} : input.pupil_id), no_person));
  if (!pupil) return base::fail(Errc::not_found, no_person);
  // rule
  ENT_REFUSE(well_formed(input));
  ENT_TRY(span, span_of(input));
  const unit::Period days{date_of(span.from), date_of(span.to - 1) + std::chrono::days{1}};
  if (!person::has_post(unit, org, pupil->member, Profile::pupil, person::any_function, days)) {
    return base::fail(Errc::failed_precondition, "attendance.not_a_pupil");
  }
  ENT_REFUSE(expect_code(unit, input));
  // rows
  JustificationRow row{.justification = unit.take_numbers(granted, org.value, "justification"),
                       .member = pupil->member,
                       .span = span,
                       .reason = input.reason_code.value_or(""),
                       .text = std::string(base::trim(input.text)),
                       .written_at = unit.now()};
  row.pupil = person::card_of(pupil->person);
  if (author) row.author = person::card_of(author->person);
  rows::insert(unit, granted, org, row, unit.actor().person);
  // event
  Justification view = view_of(org, std::move(row));
  unit.publish(granted, "attendance.was_justified", view.id.value);
  return view;
}

/// attendance.decide
Result<Justification> decide_(Write<Perm::attendance_validate>& unit, const Decide& input) {
  // facts
  const OrgId org{input.id.establishment()};
  auto row = rows::find_justification(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(target_of(org, row ? row->pupil.id : PersonId{}), no_justification));
  if (!row) return base::fail(Errc::not_found, no_justification);
  // rule
  ENT_REFUSE(unit.expect_revision(row->revision));
  ENT_REFUSE(well_formed(input));
  const bool is_new = row->decision != input.decision;
  row->decision = input.decision;
  row->answer = std::string(base::trim(input.answer.value_or("")));
  row->decided_at = unit.now();
  row->revision += 1;
  // rows
  rows::decide(unit, granted, org, *row);
  // event
  if (is_new) tell_decided(unit, granted, org, *row);
  unit.publish(granted, "attendance.was_decided", input.id.value);
  return view_of(org, std::move(*row));
}

/// attendance.justifications
Result<Justifications> justifications_(Read<Perm::attendance_read>& unit, const ListJustifications& input) {
  ENT_TRY(granted, unit.may(for_staff(unit, target_of(input.org_id)), no_unit));
  static_cast<void>(granted);
  ENT_TRY(days, days_around(input.first_date, input.last_date, unit.at()));
  Justifications found;
  auto rows = rows::justifications_in(unit, input.org_id, span_of(days), !input.waiting, true);
  keep_readable(unit, input.org_id, rows);
  for (JustificationRow& row : rows) found.items.push_back(view_of(input.org_id, std::move(row)));
  return found;
}

}  // namespace

extern constexpr Op op_justify = op<&justify_>("attendance.justify", "0.1");
extern constexpr Op op_decide = op<&decide_>("attendance.decide", "0.1");
extern constexpr Op op_justifications = op<&justifications_>("attendance.justifications", "0.1");

Result<Justification> justify(Session& session, const Justify& input, const CallOptions& options) {
  return run<Justification>(op_justify, session, input, options);
}
Result<Justification> decide(Session& session, const Decide& input, const CallOptions& options) {
  return run<Justification>(op_decide, session, input, options);
}
Result<Justifications> justifications(Session& session, const ListJustifications& input, const CallOptions& options) {
  return run<Justifications>(op_justifications, session, input, options);
}

}  // namespace ent::attendance
