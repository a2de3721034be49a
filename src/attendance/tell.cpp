#include "attendance/tell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "attendance/rows.hpp"
#include "attendance/rules.hpp"
#include "base/each_once.hpp"
#include "guardian/told.hpp"

namespace ent::attendance {
namespace {

bool is_breach(const EntryRow& entry) noexcept { return entry.kind != Kind::presence; }

/// A guardian's deliveries keep their order.
std::string lane_of(const guardian::Told& one) { return fmt::format("attendance/{}", one.adult); }

std::string payload_of(OrgId org, const EntryRow& entry, const guardian::Told& one) {
  return fmt::format(R"({{"adult_id":{},"pupil_id":{},"entry_id":{}}})", one.adult, one.pupil,
                     make_id<EntryId>(org.value, entry.entry).value);
}

void tell_one(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const EntryRow& entry,
              const guardian::Told& one) {
  const std::string payload = payload_of(org, entry, one), lane = lane_of(one);
  switch (entry.kind) {
    case Kind::absence: return unit.deliver(granted, "attendance.was_absent", payload, lane);
    case Kind::lateness: return unit.deliver(granted, "attendance.was_late", payload, lane);
    case Kind::departure: return unit.deliver(granted, "attendance.left_early", payload, lane);
    case Kind::presence: return;
  }
}

std::vector<guardian::Told> told_of(unit::Unit& unit, OrgId org, std::span<const EntryRow> entries) {
  std::vector<std::int64_t> members;
  for (const EntryRow& entry : entries) {
    if (is_breach(entry)) members.push_back(entry.member);
  }
  base::keep_each_once(members);
  return guardian::told_daily(unit, org, members, unit.today());
}

}  // namespace

void tell(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const EntryRow> entries) {
  const auto told = told_of(unit, org, entries);
  for (const EntryRow& entry : entries) {
    for (const guardian::Told& one : told) {
      if (one.member == entry.member) tell_one(unit, granted, org, entry, one);
    }
  }
}

void tell_withdrawn(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const EntryRow> entries) {
  const auto told = told_of(unit, org, entries);
  for (const EntryRow& entry : entries) {
    for (const guardian::Told& one : told) {
      if (one.member != entry.member) continue;
      unit.deliver(granted, "attendance.was_withdrawn", payload_of(org, entry, one), lane_of(one));
    }
  }
}

void tell_decided(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const JustificationRow& row) {
  for (const guardian::Told& one : guardian::told_daily(unit, org, std::span(&row.member, 1), unit.today())) {
    unit.deliver(granted, "attendance.was_decided",
                 fmt::format(R"({{"adult_id":{},"pupil_id":{},"justification_id":{}}})", one.adult, one.pupil,
                             make_id<JustificationId>(org.value, row.justification).value),
                 lane_of(one));
  }
}

std::vector<EntryRow> untold(unit::Unit& unit, OrgId org, std::span<const EntryRow> entries, std::int32_t midday) {
  std::vector<EntryRow> found;
  if (entries.empty()) return found;
  std::vector<std::int64_t> members;
  Span whole = entries.front().span;
  for (const EntryRow& entry : entries) {
    const Span around = half_around(entry.span, midday).value_or(entry.span);
    whole = {std::min(whole.from, around.from), std::max(whole.to, around.to)};
    members.push_back(entry.member);
  }
  const auto standing = rows::entries_among(unit, org, members, whole);
  for (const EntryRow& entry : entries) {
    const auto half = half_around(entry.span, midday);
    const bool told = std::ranges::any_of(standing, [&](const EntryRow& other) {
      if (other.member != entry.member || other.entry == entry.entry || !is_breach(other)) return false;
      return half ? other.span.overlaps(*half) : other.span.contains(entry.span);
    });
    if (!told) found.push_back(entry);
  }
  return found;
}

}  // namespace ent::attendance
