// Homework of some days, and what it adds up to.
#include <algorithm>

#include "base/each_once.hpp"
#include "group/functions.hpp"
#include "group/lookups.hpp"
#include "homework/describe.hpp"
#include "homework/functions.hpp"
#include "homework/lookups.hpp"
#include "homework/rules.hpp"
#include "homework/target.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::homework {
namespace {

using Stays = std::vector<group::Attendance>;

/// Of whom or of what homework is asked.
struct Asked {
  OrgId org{};
  access::Target target{};
  std::string_view not_found{};
  bool known = false;
  std::int64_t member = 0;  ///< Of a person.

  person::Member pupil() const { return {member, target.person}; }
};

Asked asked(unit::Unit& unit, const List& input) {
  if (input.group_id) {
    const OrgId org{input.group_id->establishment()};
    return {org, target_of(*input.group_id, {}), no_group, group::find(unit, *input.group_id).has_value()};
  }
  const PersonId person = input.pupil_id.value_or(input.teacher_id.value_or(PersonId{}));
  const auto found = person::find(unit, *input.org_id, person);
  const access::Target target =
      input.teacher_id ? set_by(*input.org_id, person) : access::Target{.org = input.org_id->value, .person = person.value};
  return {*input.org_id, target, no_person, found.has_value(), found ? found->member : 0};
}

std::vector<std::int64_t> numbers_of(const Stays& stays) {
  std::vector<std::int64_t> numbers;
  for (const group::Attendance& stay : stays) numbers.push_back(stay.group);
  base::keep_each_once(numbers);
  return numbers;
}

/// homework.list
Result<Homeworks> list_(Read<Perm::homework_read>& unit, const List& input) {
  ENT_REFUSE(well_formed(input));
  const Asked whose = asked(unit, input);
  ENT_TRY(granted, unit.may(whose.target, whose.not_found));
  static_cast<void>(granted);
  if (!whose.known) return base::fail(Errc::not_found, whose.not_found);
  const rows::Shown shown = shown_to(unit);
  if (input.pupil_id) return Homeworks{of_pupil(unit, whose.org, whose.pupil(), input.first_day, input.last_day)};
  const auto span = span_of(unit, std::span(&whose.org.value, 1), input.first_day, input.last_day);
  std::vector<rows::Row> rows;
  if (input.teacher_id) {
    rows = rows::of_author(unit, whose.org, whose.member, span, shown);
  } else {
    std::vector<std::int64_t> groups;
    for (const std::int64_t number : group::with_drawn(unit, *input.group_id)) {
      const auto group = make_id<GroupId>(whose.org.value, number);
      if (unit.sees(Perm::homework_read, target_of(group, {}))) groups.push_back(group.value);
    }
    rows = rows::of_groups(unit, groups, span, shown);
  }
  return Homeworks{show(unit, due_in(unit, std::move(rows), input.first_day, input.last_day), {})};
}

std::vector<Burden> burdens_of(unit::Unit& unit, const std::vector<rows::Row>& rows) {
  std::vector<std::int64_t> named;
  for (const rows::Row& row : rows) {
    if (row.named) named.push_back(row.id.value);
  }
  const auto pupils = rows::pupils_of(unit, named);
  std::vector<Burden> burdens;
  for (const rows::Row& row : rows) {
    Burden& burden = burdens.emplace_back(Burden{row.group.value, row.due_on, row.minutes, row.named, {}});
    for (const rows::Pupil& pupil : pupils) {
      if (pupil.homework == row.id) burden.members.push_back(pupil.member);
    }
  }
  return burdens;
}

/// homework.workload
Result<Workload> workload_(Read<Perm::homework_read>& unit, const OfDays& input) {
  ENT_REFUSE(well_formed(input));
  const Date first = input.first_day, last = input.last_day;
  const Asked whose = asked(unit, {first, last, input.org_id, input.pupil_id, {}, input.group_id});
  ENT_TRY(granted, unit.may(whose.target, whose.not_found));
  static_cast<void>(granted);
  if (!whose.known) return base::fail(Errc::not_found, whose.not_found);
  rows::Shown shown = shown_to(unit);
  shown.drafts_of = 0;
  if (input.pupil_id) {
    const auto rows = rows_of_pupil(unit, whose.org, whose.pupil(), first, last, shown);
    return Workload{loads(burdens_of(unit, rows), group::attended(unit, whose.org, whose.member, first, last), {})};
  }
  const Stays stays = shown.to_family ? Stays{} : group::attended_with(unit, *input.group_id, first, last);
  auto groups = numbers_of(stays);
  if (groups.empty()) groups.push_back(input.group_id->value);
  const auto span = span_of(unit, std::span(&whose.org.value, 1), first, last);
  const auto rows = due_in(unit, rows::of_groups(unit, groups, span, shown), first, last);
  return Workload{loads(burdens_of(unit, rows), stays, input.group_id)};
}

}  // namespace

extern constexpr Op op_list = op<&list_>("homework.list", "0.1");
extern constexpr Op op_workload = op<&workload_>("homework.workload", "0.1");

Result<Homeworks> list(Session& session, const List& input, const CallOptions& options) {
  return run<Homeworks>(op_list, session, input, options);
}
Result<Workload> workload(Session& session, const OfDays& input, const CallOptions& options) {
  return run<Workload>(op_workload, session, input, options);
}

}  // namespace ent::homework
