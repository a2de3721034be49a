#include "person/visible.hpp"

#include <algorithm>

#include "base/each_once.hpp"
#include "unit/dates.hpp"

namespace ent::person {
namespace {

constexpr std::int64_t first_profile = 1, last_profile = 14;
constexpr std::int64_t all_profiles = 0x7ffe;

}  // namespace

std::vector<std::int64_t> Seen::units() const {
  std::vector<std::int64_t> units = whole;
  for (const std::int64_t key : partial) units.push_back(key >> 4);
  for (const std::int64_t key : members) units.push_back(key >> 32);
  base::keep_each_once(units);
  return units;
}

Seen seen(const unit::Unit& unit, const access::VisiblePeople& visible, const std::optional<OrgId>& only) {
  const auto listed = [&](std::int64_t org) { return !only || only->value == org; };
  const std::int64_t today = unit::day(unit.today());
  Seen seen;
  seen.from = today + visible.days_before;
  seen.to = today - visible.days_after;
  seen.today = today;
  seen.hidden = visible.hidden;
  for (const std::int64_t entry : visible.units) {
    const std::int64_t org = entry >> 16;
    if (!listed(org)) continue;
    if ((entry & all_profiles) == all_profiles) {
      seen.whole.push_back(org);
      continue;
    }
    for (std::int64_t profile = first_profile; profile <= last_profile; ++profile) {
      if ((entry >> profile & 1) != 0) seen.partial.push_back(org << 4 | profile);
    }
  }
  std::ranges::copy_if(visible.members, std::back_inserter(seen.members),
                       [&](std::int64_t key) { return listed(key >> 32); });
  return seen;
}

}  // namespace ent::person
