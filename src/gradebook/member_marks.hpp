/// The marks of several pupils of several units.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gradebook/rows.hpp"

namespace ent::gradebook::rows {

/// A mark of one of several members.
struct MemberMark {
  std::int64_t member = 0;  ///< org << 32 | member.
  PupilMark mark{};
};

/// The marks of these members, given as org << 32 | member: by member, the latest first.
std::vector<MemberMark> of_members(unit::Unit& unit, std::span<const std::int64_t> members, const Shown& shown, const Span& span,
                                   Date today);

}  // namespace ent::gradebook::rows
