#include "attendance/reasons.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "attendance/rules.hpp"
#include "org/functions.hpp"

namespace ent::attendance {
namespace {

using unit::Rows;
using unit::Sql;

/// The bits of the column `uses`.
namespace use {
constexpr std::int64_t absence = 1, lateness = 2, legitimate = 4, family = 8, in_use = 16;
}

constexpr Sql select_reasons{
    "SELECT r.org, r.code, r.name, r.uses FROM EACH($1) v JOIN attendance_reason r ON r.org = v.value"};

constexpr Sql upsert_reason{
    "INSERT INTO attendance_reason (org, code, name, uses) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (org, code) DO UPDATE SET name = excluded.name, uses = excluded.uses"};

const Reason defaults[] = {
#define ENT_ATTENDANCE_REASON(code, name, absence, lateness, legitimate, family) \
  {code, name, absence, lateness, legitimate, family, true, {}},
#include "attendance/default_reasons.inc"
#undef ENT_ATTENDANCE_REASON
};

std::int64_t uses_of(const Reason& reason) noexcept {
  return (reason.for_absence ? use::absence : 0) | (reason.for_lateness ? use::lateness : 0) |
         (reason.legitimate ? use::legitimate : 0) | (reason.by_family ? use::family : 0) | (reason.in_use ? use::in_use : 0);
}

Reason reason_of(const Rows& row) {
  const std::int64_t uses = row.integer(3);
  return {row.string(1),
          row.string(2),
          (uses & use::absence) != 0,
          (uses & use::lateness) != 0,
          (uses & use::legitimate) != 0,
          (uses & use::family) != 0,
          (uses & use::in_use) != 0,
          OrgId{row.integer(0)}};
}

}  // namespace

std::vector<Reason> reasons_of(unit::Unit& unit, OrgId org) {
  const auto line = org::line_of(unit, org, unit.at());
  const auto distance = [&](OrgId from) { return std::ranges::find(line, from.value) - line.begin(); };
  std::map<std::string, Reason, std::less<>> by_code;
  if (!line.empty()) {
    Rows rows = unit.query(select_reasons, line);
    while (rows.next()) {
      Reason reason = reason_of(rows);
      const auto [place, is_new] = by_code.try_emplace(reason.code, reason);
      if (!is_new && distance(*reason.org_id) < distance(*place->second.org_id)) place->second = std::move(reason);
    }
  }
  for (const Reason& reason : defaults) by_code.try_emplace(reason.code, reason);
  std::vector<Reason> reasons;
  for (auto& [code, reason] : by_code) reasons.push_back(std::move(reason));
  return reasons;
}

Result<Reason> expect_reason(unit::Unit& unit, OrgId org, const std::string& code, Kind kind, bool by_family) {
  auto reasons = reasons_of(unit, org);
  const auto found = std::ranges::find(reasons, code, &Reason::code);
  if (found == reasons.end() || !found->in_use) return base::invalid("/reason_code", "attendance.reason_unknown");
  if (!fits(*found, kind) || (by_family && !found->by_family)) {
    return base::invalid("/reason_code", "attendance.reason_unfit");
  }
  return std::move(*found);
}

void put_reason(unit::WriteUnit& unit, const unit::Granted& granted, const Reason& reason) {
  unit.exec(granted, upsert_reason, reason.org_id->value, reason.code, reason.name, uses_of(reason));
}

}  // namespace ent::attendance
