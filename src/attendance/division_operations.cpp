// The attendance of a class: pupil by pupil, and in all.
#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "attendance/basis.hpp"
#include "attendance/describe.hpp"
#include "attendance/staff.hpp"
#include "attendance/target.hpp"
#include "attendance/totals.hpp"
#include "group/functions.hpp"
#include "group/lookups.hpp"
#include "person/cards.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::attendance {
namespace {

/// A pupil who is in a division on some days.
struct Expected {
  std::vector<OpenHalf> halves{};      ///< On which they are expected in it: while they are in it, and pupils.
  std::vector<unit::Period> times{};   ///< When they are pupils of the school.
};

/// Whether a pupil of these times is there for the actor.
bool is_there(std::span<const unit::Period> times, const access::VisiblePeople& visible, Date today) {
  return std::ranges::any_of(times, [&](const unit::Period& time) {
    return time.from - std::chrono::days{visible.days_before} <= today && today < time.to + std::chrono::days{visible.days_after};
  });
}

/// By member.
std::map<std::int64_t, Expected> expected_in(unit::Unit& unit, GroupId division, std::span<const OpenHalf> open,
                                                          const Days& days) {
  std::map<std::int64_t, std::vector<unit::Period>> stays;
  for (const group::Attendance& one : group::attending(unit, std::span(&division.value, 1), days.first, days.last)) {
    stays[one.member].push_back(one.period);
  }
  std::vector<std::int64_t> members;
  for (const auto& [member, periods] : stays) members.push_back(member);
  auto times = person::times_as_pupils(unit, OrgId{division.establishment()}, members);
  std::map<std::int64_t, Expected> expected;
  for (const auto& [member, periods] : stays) expected.emplace(member, Expected{open_to(periods, open_to(times[member], open)), times[member]});
  return expected;
}

/// attendance.of_division
Result<DivisionView> of_division_(Read<Perm::attendance_read>& unit, const OfDivision& input) {
  const OrgId org{input.group_id.establishment()};
  const auto division = group::find(unit, input.group_id);
  ENT_TRY(granted, unit.may(for_staff(unit, target_of(input.group_id)), no_group));
  static_cast<void>(granted);
  ENT_TRY(visible, unit.visible_people());
  if (!division) return base::fail(Errc::not_found, no_group);
  if (division->view.kind != group::Kind::division) return base::invalid("/group_id", "group.not_division");
  ENT_TRY(days, days_of(input.first_date, input.last_date, unit.at()));
  const Span span = span_of(days);
  const Basis basis = basis_of(unit, org, days);
  const auto expected = expected_in(unit, input.group_id, basis.open, days);
  std::vector<std::int64_t> members, ids;
  for (const auto& [member, one] : expected) {
    members.push_back(member);
    ids.push_back(org.value << 32 | member);
  }
  auto seen = observations_of(unit, org, members, span);
  DivisionView view;
  for (person::MemberCard& pupil : person::cards_of(unit, ids)) {
    const auto& [halves, times] = expected.at(pupil.member);
    const Observations& of_pupil = seen[pupil.member];
    const Count counted = count(of_pupil.observed, of_pupil.accepted, halves, span.from, span.to, basis.how);
    const bool told = shows(visible, org, pupil.card.id, pupil.member) && is_there(times, visible, unit.today());
    DivisionLine line{std::move(pupil.card), totals_of(counted), static_cast<std::int32_t>(halves.size()), {}};
    line.absence_rate = absence_rate(line.totals.half_days, line.expected);
    view.totals += line.totals;
    view.expected += line.expected;
    if (told) view.items.push_back(std::move(line));
  }
  view.absence_rate = absence_rate(view.totals.half_days, view.expected);
  return view;
}

}  // namespace

extern constexpr Op op_of_division = op<&of_division_>("attendance.of_division", "0.1");

Result<DivisionView> of_division(Session& session, const OfDivision& input, const CallOptions& options) {
  return run<DivisionView>(op_of_division, session, input, options);
}

}  // namespace ent::attendance
