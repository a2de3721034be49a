#include "attendance/basis.hpp"

#include <set>
#include <utility>

#include "attendance/opening.hpp"
#include "attendance/policies.hpp"
#include "calendar/functions.hpp"

namespace ent::attendance {
namespace {

Basis basis_by(const std::map<std::int64_t, Counting>& said, const calendar::Almanac& almanac, const Days& days) {
  Policy policy = policy_of(said, almanac.line());
  return {open_halves(almanac, days), count_policy(policy.counting), std::move(policy.counting.alerts)};
}

}  // namespace

Basis basis_of(unit::Unit& unit, const calendar::Almanac& almanac, const Days& days) {
  return basis_by(countings_of(unit, almanac.line()), almanac, days);
}

Basis basis_of(unit::Unit& unit, OrgId org, const Days& days) {
  return basis_of(unit, calendar::almanac_of(unit, org, days.first, days.last), days);
}

std::map<std::int64_t, Basis> bases_of(unit::Unit& unit, std::span<const std::int64_t> orgs, const Days& days) {
  const auto almanacs = calendar::almanacs_of(unit, orgs, days.first, days.last);
  std::set<std::int64_t> units;
  for (const auto& [org, almanac] : almanacs) units.insert(almanac.line().begin(), almanac.line().end());
  const auto said = countings_of(unit, std::vector(units.begin(), units.end()));
  std::map<std::int64_t, Basis> found;
  for (const auto& [org, almanac] : almanacs) found.emplace(org, basis_by(said, almanac, days));
  return found;
}

}  // namespace ent::attendance
