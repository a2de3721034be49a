/// What other domains may ask of attendance.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/target.hpp"
#include "attendance/cover.hpp"
#include "attendance/entry.hpp"
#include "ent/org.hpp"
#include "unit/unit.hpp"

namespace ent::attendance {

/// Something of which nobody has said why.
struct Unexplained {
  std::int64_t member = 0;  ///< org << 32 | member.
  Entry entry{};
};

/// Whether an entry asks for a reason: an absence or a departure that the school has not dealt with, without a reason, and of which the
/// family has not given one for all of these parts.
bool asks_for_reason(const EntryRow& entry, const Cover& given, std::span<const Span> parts) noexcept;

/// What asks for a reason, and was not taken back, of these pupils of several units, given as org << 32 | member, on the days [first, last]: by pupil
/// and beginning, without the comments. Of what a reason was given for in part, the rest of the open time decides.
std::vector<Unexplained> unexplained(unit::Unit& unit, std::span<const std::int64_t> members, Date first, Date last);

/// What these members of a unit missed on the days [first, last], by member; who missed nothing is left out.
std::map<std::int64_t, Totals> totals_of(unit::Unit& unit, OrgId org, std::span<const std::int64_t> members, Date first, Date last);

/// A register of today that was not taken.
struct NotTaken {
  OrgId org{};
  std::optional<LessonId> lesson{};    ///< Of which lesson,
  std::optional<GroupId> division{};   ///< or of which division
  std::optional<HalfDay> half_day{};   ///< on which half-day.
  std::string groups{};                ///< As they are shown.
  std::string subject{};               ///< Empty: none.
  TimeOfDay begins{};
  TimeOfDay ends{};
};

/// Whose registers are looked for.
struct Callers {
  std::map<std::int64_t, std::optional<org::Degree>> schools{};  ///< By unit.
  access::VisibleGroups visible{};                               ///< Of these groups.
  std::vector<std::int64_t> members{};                           ///< Of lessons, only those that these (org << 32 | member) give;
  bool all_lessons = false;                                      ///< or all.
};

/// The registers of today that have begun and were not taken, of groups whose register the actor may take: those that
/// attendance.registers shows so. By time.
std::vector<NotTaken> not_taken(unit::Unit& unit, const Callers& callers);

/// How many justifications wait, and how many pupils miss a half-day of a day, by unit; units without any are left out.
std::map<std::int64_t, std::int32_t> waiting_in(unit::Unit& unit, std::span<const std::int64_t> orgs);
std::map<std::int64_t, std::int32_t> absent_in(unit::Unit& unit, std::span<const std::int64_t> orgs, Date date);

}  // namespace ent::attendance
