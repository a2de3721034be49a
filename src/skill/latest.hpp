/// What is new of the skills of several pupils, in however many schools: for pages that tell it at a glance.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/target.hpp"
#include "gradebook/span.hpp"
#include "skill/shown.hpp"

namespace ent::skill {

/// A level that was entered for one of several members.
struct LatestLevel {
  std::int64_t member = 0;  ///< org << 32 | member.
  PupilLevel level{};
};

/// What one of several members said, with the place on its scale of the level that was decided, or else claimed.
struct LatestClaim {
  std::int64_t member = 0;  ///< org << 32 | member.
  Claim claim{};            ///< Without the pupil.
  std::optional<std::string> symbol{};
  std::optional<std::string> colour{};
};

struct Latest {
  std::vector<LatestLevel> levels{};  ///< By member, the latest first.
  std::vector<LatestClaim> claims{};  ///< Likewise.
};

/// Of members, given as org << 32 | member: levels of the days, as far as they are shown; requests that wait, and what was said or
/// decided on in the days.
Latest latest_of(unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown, const gradebook::Span& span);

/// How many requests of validation wait for who may evaluate: of pupils of these groups, and of all of these units.
std::int32_t waiting_for(unit::Unit& unit, const access::VisibleGroups& evaluated);

}  // namespace ent::skill
