/// What other domains may ask of the grade book.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/gradebook.hpp"
#include "ent/period.hpp"
#include "group/divisions.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook {

/// A pupil of a unit.
struct Assessed {
  std::int64_t member = 0;  ///< org << 32 | member.
  PersonId person{};
};

/// A mark of one of several pupils.
struct Latest {
  std::int64_t member = 0;
  PupilMark mark{};
  std::optional<std::string> subject_name{};
};

/// One that was not removed.
std::optional<Assessment> find_assessment(unit::Unit& unit, AssessmentId id);

/// Refuses what would move a period of an establishment that is closed: one that begins on this day or later.
std::optional<Error> moves_no_closed_period(unit::Unit& unit, OrgId org, Date from);

/// The last `most` marks of each of these pupils in the assessments of the days [first, last], the latest first, by pupil;
/// of each the marks that the actor may read.
std::vector<Latest> latest_of(unit::Unit& unit, std::span<const Assessed> pupils, Date first, Date last, std::size_t most);

/// What was set of a period for groups, by number; the others are open.
std::map<std::int64_t, PeriodState> states_in(unit::Unit& unit, const period::View& period);

/// Of pupils who sit in divisions that go by a period, those (members, in their order) of whom nothing may be written any more in
/// a group: where the period is locked or published for their division or for the group, unless it is open again to the actor.
std::vector<std::int64_t> locked_members(unit::Unit& unit, const period::View& period, GroupId group,
                                         std::span<const group::Seat> seats);

/// Of pupils who sit somewhere, those (members) with whom the period is published, for whatever division that goes by it.
std::vector<std::int64_t> published_members(unit::Unit& unit, const period::View& period, std::span<const group::Seat> seats,
                                            const std::vector<period::Scheme>& schemes);

/// Whether a group's pupils may go by a period: divisions go by those that are set for them, others by any of their year.
bool goes_by(const group::Placed& group, const period::View& period, const std::vector<period::Scheme>& schemes);

}  // namespace ent::gradebook
