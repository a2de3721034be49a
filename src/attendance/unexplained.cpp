#include <algorithm>
#include <map>

#include "attendance/functions.hpp"
#include "attendance/rules.hpp"
#include "attendance/several.hpp"

namespace ent::attendance {

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
  for (rows::OfMember& one : rows::entries_of_members(unit, members, span)) {
    if (!asks_for_reason(one.entry, given[one.member])) continue;
    found.push_back({one.member, view_of(OrgId{one.member >> 32}, std::move(one.entry), {}, false)});
  }
  return found;
}

std::map<std::int64_t, std::int32_t> waiting_in(unit::Unit& unit, std::span<const std::int64_t> orgs) {
  return rows::count_waiting(unit, orgs);
}

std::map<std::int64_t, std::int32_t> absent_in(unit::Unit& unit, std::span<const std::int64_t> orgs, Date date) {
  return rows::count_absent(unit, orgs, span_of(Days{date, date}));
}

}  // namespace ent::attendance
