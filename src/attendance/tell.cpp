#include "attendance/tell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "attendance/basis.hpp"
#include "attendance/news.hpp"
#include "attendance/rows.hpp"
#include "attendance/told_rows.hpp"
#include "guardian/told.hpp"

namespace ent::attendance {
namespace {

/// A guardian's deliveries keep their order.
std::string lane_of(const guardian::Told& one) { return fmt::format("attendance/{}", one.adult); }

std::string payload_of(OrgId org, std::int64_t entry, const guardian::Told& one) {
  return fmt::format(R"({{"adult_id":{},"pupil_id":{},"entry_id":{}}})", one.adult, one.pupil,
                     make_id<EntryId>(org.value, entry).value);
}

void tell_one(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const Stand& stand, const guardian::Told& one) {
  const std::string payload = payload_of(org, stand.entry, one), lane = lane_of(one);
  switch (stand.kind) {
    case Kind::absence: return unit.deliver(granted, "attendance.was_absent", payload, lane);
    case Kind::lateness: return unit.deliver(granted, "attendance.was_late", payload, lane);
    case Kind::departure: return unit.deliver(granted, "attendance.left_early", payload, lane);
    case Kind::presence: return;
  }
}

/// All days of which something is told, so that each entry is counted whole.
Days days_told(std::span<const EntryRow> standing, std::span<const rows::ToldRow> known, Days days) {
  const auto add = [&](const Span& span) {
    days = {std::min(days.first, date_of(span.from)), std::max(days.last, date_of(span.to - 1))};
  };
  for (const EntryRow& entry : standing) add(entry.span);
  for (const rows::ToldRow& one : known) add(one.stand.span);
  return days;
}

/// Nearly always all of it is of the day of a register, whose almanac is there.
Basis basis_for(unit::Unit& unit, OrgId org, const Written& written, const Days& days) {
  const bool there = written.almanac != nullptr && days.first == written.days.first && days.last == written.days.last;
  return there ? basis_of(unit, *written.almanac, days) : basis_of(unit, org, days);
}

std::map<std::int64_t, std::vector<Stand>> breaches_by_pupil(std::span<const EntryRow> standing, const CountPolicy& how) {
  std::map<std::int64_t, std::vector<EntryRow>> entries;
  for (const EntryRow& entry : standing) entries[entry.member].push_back(entry);
  std::map<std::int64_t, std::vector<Stand>> found;
  for (const auto& [member, own] : entries) found.emplace(member, breaches_of(own, how));
  return found;
}

}  // namespace

void tell(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const Written& written) {
  const auto guardians = guardian::told_daily(unit, org, written.members, unit.today());
  if (guardians.empty()) return;
  const Span span = span_of(written.days);
  const auto entries = rows::entries_among(unit, org, written.members, span);
  const auto known = rows::told_among(unit, org, written.members, span);
  const Basis basis = basis_for(unit, org, written, days_told(entries, known, written.days));
  auto standing = breaches_by_pupil(entries, basis.how);
  std::map<std::pair<std::int64_t, std::int64_t>, std::vector<Stand>> heard;
  for (const rows::ToldRow& one : known) heard[{one.adult, one.member}].push_back(one.stand);
  std::vector<rows::ToldRow> told, withdrawn;
  for (const guardian::Told& one : guardians) {
    const News news = news_of(heard[{one.adult, one.member}], standing[one.member], written.days, basis);
    for (const std::int64_t entry : news.withdrawn) {
      unit.deliver(granted, "attendance.was_withdrawn", payload_of(org, entry, one), lane_of(one));
      withdrawn.push_back({one.member, one.adult, {.entry = entry}});
    }
    for (const Stand& stand : news.told) {
      tell_one(unit, granted, org, stand, one);
      told.push_back({one.member, one.adult, stand});
    }
  }
  rows::remove_told(unit, granted, org, withdrawn);
  rows::put_told(unit, granted, org, told);
}

void tell_decided(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const JustificationRow& row) {
  for (const guardian::Told& one : guardian::told_daily(unit, org, std::span(&row.member, 1), unit.today())) {
    unit.deliver(granted, "attendance.was_decided",
                 fmt::format(R"({{"adult_id":{},"pupil_id":{},"justification_id":{}}})", one.adult, one.pupil,
                             make_id<JustificationId>(org.value, row.justification).value),
                 lane_of(one));
  }
}

}  // namespace ent::attendance
