/// The rows of what is said in reports, and of whom reports are made.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/period.hpp"
#include "ent/report_entry.hpp"
#include "unit/unit.hpp"

namespace ent::report::rows {

/// The numbers are stored. `value` of a positioning is the degree, of averages millionths or not_marked, of half-days and latenesses themselves,
/// of a wish the answer (0: none), of a component the degree, of a complement and a regional language the goal.
using Kind = EntryKind;

/// How an entry on a pupil in a project of a group names it.
std::string project_item(std::int64_t group, const std::string& code);

/// The value of an average that is said to be none. Others are not below 0.
inline constexpr std::int64_t not_marked = -1;
/// The value of an average that is said.
inline std::int64_t value_of(const std::optional<Decimal>& average) noexcept { return average ? average->millionths() : not_marked; }
inline std::optional<Decimal> average_of(std::int64_t value) noexcept {
  return value == not_marked ? std::nullopt : std::optional(Decimal::of_millionths(value));
}

/// What stands of a pupil in a period.
struct Entry {
  std::int64_t member = 0;
  Kind kind{};
  std::string item{};
  std::int64_t value = 0;
  std::string text{};
  std::int64_t version = 0;  ///< 0: nothing was ever said.
  bool given = true;         ///< False: taken back.
};

/// What stands of these members, by member, then by kind and item.
std::vector<Entry> standing(unit::Unit& unit, PeriodId period, std::span<const std::int64_t> members);
/// An average that is said of a pupil in one of several periods.
struct SaidThen {
  std::int64_t period = 0;  ///< Number in the unit.
  std::int64_t member = 0;
  Kind kind{};
  std::string item{};
  std::int64_t value = 0;
};
/// Those that stand of these members in these periods, both by their numbers in a unit.
std::vector<SaidThen> averages_said(unit::Unit& unit, OrgId org, std::span<const std::int64_t> periods, std::span<const std::int64_t> members);
/// What stands of some kinds for these members, and what was taken back too.
std::vector<Entry> standing_of(unit::Unit& unit, PeriodId period, std::span<const std::int64_t> members, std::span<const Kind> kinds);
/// Puts these in the place of what stands, which they say themselves by their versions.
void put(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, std::span<const Entry> entries);
/// All that was ever said of a member, the last first.
std::vector<Version> versions(unit::Unit& unit, PeriodId period, std::int64_t member);

/// A pupil of a division.
struct Pupil {
  std::int64_t member = 0;
  person::Card card{};
  std::optional<Date> birth_date{};
  std::string level{};  ///< Empty: none.
};
/// By name; each once.
std::vector<Pupil> pupils_on(unit::Unit& unit, GroupId division, Date day);
/// A pupil of one of several divisions.
struct PupilIn {
  GroupId division{};
  Pupil pupil{};
};
/// Those of divisions of one unit, by name; each once in a division.
std::vector<PupilIn> pupils_in(unit::Unit& unit, std::span<const GroupId> divisions, Date day);
/// By name.
std::vector<person::Card> main_teachers_on(unit::Unit& unit, GroupId division, Date day);
std::vector<person::Card> heads_on(unit::Unit& unit, OrgId org, Date day);

/// What of the programme was worked on, in a group.
struct Element {
  std::int64_t group = 0;
  std::string subject{};
  std::string text{};
};
/// By group, subject and place.
std::vector<Element> elements(unit::Unit& unit, PeriodId period, std::span<const std::int64_t> groups);
void put_elements(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, GroupId group, const std::string& subject,
                  std::span<const std::string> texts);

/// What a school's councils may say; none: it has said nothing itself.
std::vector<Opinion> opinions(unit::Unit& unit, OrgId org);
void put_opinions(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const Opinion> opinions);

/// What a council has held and written; revision 0: nothing yet.
CouncilView council(unit::Unit& unit, PeriodId period, GroupId division);
/// What stood before, the last first.
std::vector<CouncilVersion> councils_before(unit::Unit& unit, PeriodId period, GroupId division);
/// Puts it in the place of the one of the revision before, which is kept.
void put_council(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, GroupId division, const CouncilView& council);
/// When a council sat.
std::optional<Date> held_on(unit::Unit& unit, PeriodId period, GroupId division);

}  // namespace ent::report::rows
