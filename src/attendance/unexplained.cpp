#include <algorithm>
#include <map>
#include <vector>

#include "attendance/basis.hpp"
#include "attendance/functions.hpp"
#include "attendance/rules.hpp"
#include "attendance/several.hpp"

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
  for (const rows::OfMember& one : entries) seen.push_back(observed(one.entry, {}));
  return seen;
}

/// What is a breach is the same wherever half-days and latenesses are counted otherwise.
constexpr CountPolicy every_policy{};

}  // namespace

bool asks_for_reason(const EntryRow& entry, std::span<const Span> given) noexcept {
  const bool missed = entry.kind == Kind::absence || entry.kind == Kind::departure;
  return missed && !entry.withdrawn && !entry.settled && !entry.accepted && entry.reason.empty() &&
         std::ranges::none_of(given, [&](const Span& one) { return one.contains(entry.span); });
}

std::vector<Unexplained> unexplained(unit::Unit& unit, std::span<const std::int64_t> members, Date first, Date last) {
  std::vector<Unexplained> found;
  if (members.empty()) return found;
  const Span span = span_of(Days{first, last});
  std::map<std::int64_t, std::vector<Span>> given;
  for (const rows::Given& one : rows::given_for(unit, members, span)) given[one.member].push_back(one.span);
  auto entries = rows::entries_of_members(unit, members, span);
  for_each_pupil(entries, [&](std::span<rows::OfMember> of_pupil) {
    const auto stands = breaches(seen_of(of_pupil), every_policy);
    for (std::size_t index = 0; index < of_pupil.size(); ++index) {
      auto& [member, entry] = of_pupil[index];
      if (!stands[index] || !asks_for_reason(entry, given[member])) continue;
      found.push_back({member, view_of(OrgId{member >> 32}, std::move(entry), {}, false)});
    }
  });
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
    if (!count(seen_of(of_pupil), basis.open, span.from, span.to, basis.how).missed.empty()) found[org] += 1;
  });
  return found;
}

}  // namespace ent::attendance
