/// In which groups pupils were when a period was published: whom its assessments were about, and which groups they had left.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ent/period.hpp"
#include "gradebook/seats.hpp"
#include "gradebook/span.hpp"
#include "group/lookups.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// A pupil's time in a group, by number, within the period.
struct FrozenStay {
  std::int64_t group = 0;
  Date from{};
  Date to{};  ///< The first day on which they are there no more.
};
struct FrozenStays {
  std::vector<FrozenStay> stays{};
};

/// Keeps them beside seats that were just kept of a period.
void keep_stays(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, const KeptSeats& seats);

/// In which groups members are on some of these days, by group, then by member. On the days of a period that is published for a member's own
/// division, or else for this group (by number; 0: none), where they were then.
std::vector<group::Attendance> attended_as_kept(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, std::int64_t group,
                                                const Span& days);

/// A pupil of a published period.
struct KeptPupil {
  std::int64_t member = 0;
  PersonId person{};
};

/// Who was in a group on some of these days, as it is kept of a period that is published for it or for their own division, wherever they are said to
/// have been since; by member.
std::vector<KeptPupil> kept_there(unit::Unit& unit, GroupId group, const Span& days);

}  // namespace ent::gradebook
