#include "attendance/tell.hpp"

#include <fmt/format.h>

#include <span>
#include <string>
#include <vector>

#include "base/each_once.hpp"
#include "guardian/told.hpp"

namespace ent::attendance {
namespace {

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

}  // namespace

void tell(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const News& news) {
  std::vector<std::int64_t> members;
  for (const EntryRow& entry : news.withdrawn) members.push_back(entry.member);
  for (const EntryRow& entry : news.told) members.push_back(entry.member);
  base::keep_each_once(members);
  const auto told = guardian::told_daily(unit, org, members, unit.today());
  const auto for_each = [&](std::span<const EntryRow> entries, auto&& deliver) {
    for (const EntryRow& entry : entries) {
      for (const guardian::Told& one : told) {
        if (one.member == entry.member) deliver(entry, one);
      }
    }
  };
  for_each(news.withdrawn, [&](const EntryRow& entry, const guardian::Told& one) {
    unit.deliver(granted, "attendance.was_withdrawn", payload_of(org, entry, one), lane_of(one));
  });
  for_each(news.told, [&](const EntryRow& entry, const guardian::Told& one) { tell_one(unit, granted, org, entry, one); });
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
