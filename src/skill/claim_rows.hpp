/// The rows of `skill_claim`.
#pragma once

#include <optional>
#include <vector>

#include "ent/skill.hpp"
#include "unit/unit.hpp"

namespace ent::skill::rows {

/// A claim, whose it is, and the scale of its levels.
struct ClaimRow {
  Claim view{};
  std::int64_t member = 0;
  std::int64_t scale = 0;
};

std::optional<ClaimRow> find_claim(unit::Unit& unit, SkillClaimId id);
/// Of these members of a unit, the latest first.
std::vector<Claim> claims_of(unit::Unit& unit, OrgId org, const std::vector<std::int64_t>& members, bool waiting);
/// Of these items those of which a request of the member waits, by their codes: whatever the version; `or_validated`: or was validated.
std::vector<std::int64_t> claimed(unit::Unit& unit, OrgId org, std::int64_t member, std::span<const std::int64_t> items, bool or_validated);

void insert_claim(unit::WriteUnit& unit, const unit::Granted& granted, const ClaimRow& row);
/// State, level, reason and day of what was decided by the actor.
void decide_claim(unit::WriteUnit& unit, const unit::Granted& granted, const Claim& claim);

}  // namespace ent::skill::rows
