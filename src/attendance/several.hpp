/// The rows of attendance of several pupils, or of several units, at once.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "attendance/entry.hpp"
#include "unit/unit.hpp"

namespace ent::attendance::rows {

/// An entry of one of several members.
struct OfMember {
  std::int64_t member = 0;  ///< org << 32 | member.
  EntryRow entry{};
};
/// What stands of these pupils, given as org << 32 | member, and touches a span: by pupil and beginning. What says where an entry
/// comes from is there; what is for the staff is not.
std::vector<OfMember> entries_of_members(unit::Unit& unit, std::span<const std::int64_t> members, const Span& span);

/// What was given as a reason, whatever was decided of it.
struct Given {
  std::int64_t member = 0;  ///< org << 32 | member.
  Span span{};
};
/// Of these pupils, given as org << 32 | member, what touches a span.
std::vector<Given> given_for(unit::Unit& unit, std::span<const std::int64_t> members, const Span& span);

/// How many justifications of pupils who are registered wait, by unit; units without any are left out.
std::map<std::int64_t, std::int32_t> count_waiting(unit::Unit& unit, std::span<const std::int64_t> orgs);

/// The absences and departures of a day, and where else their pupils were, of those who are pupils of these units on it: by unit and pupil, kinds and spans.
std::vector<OfMember> whereabouts(unit::Unit& unit, std::span<const std::int64_t> orgs, Date date);

/// Of these lessons, given as public ids, when their registers were taken.
std::map<std::int64_t, Instant> taken_of_lessons(unit::Unit& unit, std::span<const std::int64_t> lessons);

/// A register of a half-day that was taken.
struct TakenHalf {
  GroupId division{};
  std::int32_t half = 0;
  friend auto operator<=>(const TakenHalf&, const TakenHalf&) = default;
};
/// Those that were taken for a day in these units, in order.
std::vector<TakenHalf> taken_of_day(unit::Unit& unit, std::span<const std::int64_t> orgs, Date date);

}  // namespace ent::attendance::rows
