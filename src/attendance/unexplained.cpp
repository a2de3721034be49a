#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "attendance/basis.hpp"
#include "attendance/functions.hpp"
#include "attendance/opening.hpp"
#include "attendance/rules.hpp"
#include "attendance/several.hpp"
#include "calendar/functions.hpp"

namespace ent::attendance {
namespace {

/// Entries by pupil, pupil after pupil.
template <class Each>
void for_each_pupil(std::span<rows::OfMember> entries, Each each) {
  while (!entries.empty()) {
    const auto end = std::ranges::find_if(entries, [&](const rows::OfMember& one) { return one.member != entries.front().member; });
    const auto size = static_cast<std::size_t>(end - entries.begin());
    each(entries.first(size));
    entries = entries.subspan(size);
  }
}

std::vector<Observed> seen_of(std::span<const rows::OfMember> entries) {
  std::vector<Observed> seen;
  for (const rows::OfMember& one : entries) seen.push_back(observed(one.entry));
  return seen;
}

using Spans = std::map<std::int64_t, std::vector<Span>>;

bool is_given_in_part(const rows::OfMember& one, Spans& given) {
  return std::ranges::any_of(given[one.member], [&](const Span& span) { return span.overlaps(one.entry.span); });
}

/// Drops what a reason was given for in part where that leaves no open time. When the schools are open is asked for that alone: nearly
/// always a reason is given for all of an absence, or for nothing of it.
void drop_given_for(unit::Unit& unit, std::vector<rows::OfMember>& asking, Spans& given) {
  std::set<std::int64_t> orgs;
  Days days{Date::max(), Date::min()};
  for (const rows::OfMember& one : asking) {
    if (!is_given_in_part(one, given)) continue;
    orgs.insert(one.member >> 32);
    days = {std::min(days.first, date_of(one.entry.span.from)), std::max(days.last, date_of(one.entry.span.to - 1))};
  }
  if (orgs.empty()) return;
  const auto almanacs = calendar::almanacs_of(unit, std::vector(orgs.begin(), orgs.end()), days.first, days.last);
  std::map<std::int64_t, std::vector<OpenHalf>> open;
  for (const auto& [org, almanac] : almanacs) open.emplace(org, open_halves(almanac, days));
  std::erase_if(asking, [&](const rows::OfMember& one) {
    return is_given_in_part(one, given) &&
           !asks_for_reason(one.entry, Cover(given[one.member]), open_parts(one.entry.span, open[one.member >> 32]));
  });
}

/// What is a breach is the same wherever half-days and latenesses are counted otherwise.
constexpr CountPolicy every_policy{};

}  // namespace

bool asks_for_reason(const EntryRow& entry, const Cover& given, std::span<const Span> parts) noexcept {
  const bool missed = entry.kind == Kind::absence || entry.kind == Kind::departure;
  return missed && !entry.withdrawn && !entry.settled && !entry.accepted && entry.reason.empty() && !given.holds_all(parts);
}

std::vector<Unexplained> unexplained(unit::Unit& unit, std::span<const std::int64_t> members, Date first, Date last) {
  std::vector<Unexplained> found;
  if (members.empty()) return found;
  const Span span = span_of(Days{first, last});
  auto entries = rows::entries_of_members(unit, members, span);
  if (entries.empty()) return found;
  Span whole = span;  // some begin before it, or end after it
  for (const auto& [member, entry] : entries) whole = {std::min(whole.from, entry.span.from), std::max(whole.to, entry.span.to)};
  Spans given;
  for (const rows::Given& one : rows::given_for(unit, members, whole)) given[one.member].push_back(one.span);
  std::vector<rows::OfMember> asking;
  for_each_pupil(entries, [&](std::span<rows::OfMember> of_pupil) {
    const auto stands = breaches(seen_of(of_pupil), every_policy);
    const Cover cover(given[of_pupil.front().member]);
    for (std::size_t index = 0; index < of_pupil.size(); ++index) {
      rows::OfMember& one = of_pupil[index];
      if (stands[index] && asks_for_reason(one.entry, cover, std::span(&one.entry.span, 1))) asking.push_back(std::move(one));
    }
  });
  drop_given_for(unit, asking, given);
  for (auto& [member, entry] : asking) found.push_back({member, view_of(OrgId{member >> 32}, std::move(entry), {}, false)});
  return found;
}

std::map<std::int64_t, std::int32_t> waiting_in(unit::Unit& unit, std::span<const std::int64_t> orgs) {
  return rows::count_waiting(unit, orgs);
}

std::map<std::int64_t, std::int32_t> absent_in(unit::Unit& unit, std::span<const std::int64_t> orgs, Date date) {
  std::map<std::int64_t, std::int32_t> found;
  auto entries = rows::whereabouts(unit, orgs, date);
  if (entries.empty()) return found;
  const Days day{date, date};
  const Span span = span_of(day);
  const auto bases = bases_of(unit, orgs, day);
  for_each_pupil(entries, [&](std::span<rows::OfMember> of_pupil) {
    const std::int64_t org = of_pupil.front().member >> 32;
    const Basis& basis = bases.at(org);
    if (!count(seen_of(of_pupil), {}, basis.open, span.from, span.to, basis.how).missed.empty()) found[org] += 1;
  });
  return found;
}

}  // namespace ent::attendance
