#include "gradebook/partly_closed.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/contains.hpp"
#include "base/each_once.hpp"
#include "base/error.hpp"
#include "gradebook/closing.hpp"
#include "gradebook/kept_stays.hpp"
#include "gradebook/period_rows.hpp"
#include "gradebook/rows.hpp"
#include "gradebook/rules.hpp"
#include "gradebook/seats.hpp"
#include "gradebook/target.hpp"
#include "group/functions.hpp"

namespace ent::gradebook {
namespace {

Error closed_error() { return base::fail(Errc::failed_precondition, period_closed); }

/// Whom an assessment is about on its day: as it is said now, and as it is kept of published periods. In order.
std::vector<std::int64_t> asked_by(unit::Unit& unit, const Assessment& assessment) {
  const GroupId group = assessment.group_id;
  std::vector<std::int64_t> members;
  const auto add = [&](std::int64_t member, PersonId person) {
    const auto& named = assessment.pupil_ids;
    if (named.empty() || std::ranges::find(named, person) != named.end()) members.push_back(member);
  };
  for (const group::Pupil& pupil : group::pupils_on(unit, group, assessment.date)) add(pupil.member, pupil.card.id);
  for (const KeptPupil& pupil : kept_there(unit, group, {assessment.date, assessment.date})) add(pupil.member, pupil.person);
  base::keep_each_once(members);
  return members;
}

/// Who has a mark in it, whoever was asked: in order.
std::vector<std::int64_t> marked_in(unit::Unit& unit, AssessmentId id) {
  std::vector<std::int64_t> members;
  for (const rows::MarkRow& mark : rows::marks(unit, id)) {
    if (mark.kind != MarkKind::not_entered) members.push_back(mark.member);
  }
  return members;
}

/// Whether any of these was in the group on the day: as it is kept where the period is published with them.
bool any_was_there(unit::Unit& unit, GroupId group, Date day, std::span<const std::int64_t> members) {
  const OrgId org{group.establishment()};
  Span days{day, day};
  for (const PublishedSeat& seat : published_seats(unit, org, members, days)) {
    days = {std::min(days.first_day, seat.days.first_day), std::max(days.last_day, seat.days.last_day)};
  }
  return std::ranges::any_of(attended_as_kept(unit, org, members, group.number(), days), [&](const group::Attendance& stay) {
    return stay.group == group.value && stay.period.contains(day);
  });
}

/// Refuses what touches those for whom a day is closed: of `asked` those who were there, and the marked.
std::optional<Error> open_to(unit::Unit& unit, GroupId group, Date day, std::vector<std::int64_t> asked, std::span<const std::int64_t> marked) {
  std::ranges::copy(marked, std::back_inserter(asked));
  base::keep_each_once(asked);
  auto closed = closed_among(unit, group, day, asked);
  if (closed.empty()) return std::nullopt;
  const bool for_all = closed.size() >= asked.size();
  if (for_all || std::ranges::any_of(closed, [&](std::int64_t member) { return base::contains(marked, member); })) return closed_error();
  return any_was_there(unit, group, day, closed) ? std::optional(closed_error()) : std::nullopt;
}

bool any_closed(unit::Unit& unit, const Assessment& assessment, Date other_day) {
  const Span days{std::min(assessment.date, other_day), std::max(assessment.date, other_day)};
  return !rows::closed_states(unit, OrgId{assessment.group_id.establishment()}, days).empty();
}

}  // namespace

Result<std::vector<std::int64_t>> named_where_open(unit::Unit& unit, const Assessment& assessment, std::vector<std::int64_t> named) {
  if (named.empty() && !any_closed(unit, assessment, assessment.date)) return named;
  std::vector<std::int64_t> asked = named.empty() ? asked_by(unit, assessment) : named;
  const auto closed = closed_among(unit, assessment.group_id, assessment.date, asked);
  if (closed.empty()) return named;
  if (closed.size() >= asked.size()) return closed_error();
  base::Fields fields;
  for (std::size_t i = 0; i < named.size(); ++i)
    fields.refuse_if(base::contains(closed, named[i]), "/pupil_ids/" + std::to_string(i), period_closed);
  if (auto refused = fields.error()) return std::move(*refused);
  std::erase_if(asked, [&](std::int64_t member) { return base::contains(closed, member); });
  return asked;
}

std::optional<Error> may_be_removed(unit::Unit& unit, const Assessment& assessment) {
  if (!any_closed(unit, assessment, assessment.date)) return std::nullopt;
  return open_to(unit, assessment.group_id, assessment.date, asked_by(unit, assessment), marked_in(unit, assessment.id));
}

std::optional<Error> may_count_otherwise(unit::Unit& unit, const Assessment& before, const Assessment& after) {
  if (!counts_otherwise(before, after) || !any_closed(unit, before, after.date)) return std::nullopt;
  const auto asked_before = asked_by(unit, before), asked_after = asked_by(unit, after);
  std::vector<std::int64_t> touched;
  Assessment as_before = after;
  as_before.pupil_ids = before.pupil_ids;
  if (!counts_otherwise(before, as_before)) {
    std::ranges::set_symmetric_difference(asked_before, asked_after, std::back_inserter(touched));
    return open_to(unit, before.group_id, before.date, std::move(touched), {});
  }
  std::ranges::set_union(asked_before, asked_after, std::back_inserter(touched));
  const auto marked = marked_in(unit, before.id);
  if (auto refused = open_to(unit, before.group_id, before.date, touched, marked)) return refused;
  if (after.date == before.date) return std::nullopt;
  return open_to(unit, before.group_id, after.date, std::move(touched), marked);
}

}  // namespace ent::gradebook
