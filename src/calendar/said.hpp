/// What units say of when school is, as the rows have it, and what of it holds for one of them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/zone.hpp"
#include "calendar/rules.hpp"
#include "ent/calendar.hpp"
#include "org/school_years.hpp"
#include "unit/unit.hpp"

namespace ent::calendar::rows {

/// A unit and those above it, the nearest first: who is asked in turn.
using Line = std::vector<std::int64_t>;

/// What is said by each unit that says anything.
template <class What>
using ByUnit = std::map<std::int64_t, What>;

/// What the nearest unit says, a default where nobody says anything.
template <class What>
What nearest(const ByUnit<What>& by_unit, const Line& line) {
  for (const std::int64_t org : line) {
    if (const auto said = by_unit.find(org); said != by_unit.end()) return said->second;
  }
  return {};
}

/// The calendars that a unit follows, and what they close on the days that are asked for.
struct Followed {
  std::vector<std::string> calendars{};
  std::vector<Closure> closures{};
};

/// What some units say at all times.
struct Ways {
  ByUnit<std::string> zones{};
  org::Turns turns{};
};

/// What some units say of some days.
struct Said {
  Ways ways{};
  std::map<std::int32_t, ByUnit<Year>> years{};
  ByUnit<Followed> followed{};
  ByUnit<std::vector<Closure>> decided{};
  ByUnit<Weeks> weeks{};
  std::map<std::int32_t, ByUnit<std::vector<Alternance>>> alternances{};  ///< By school year.
};

/// All that is said of the days of [first, last].
Said said(unit::Unit& unit, const std::vector<std::int64_t>& units, Date first, Date last);
/// What of it holds for a unit.
Facts facts_of(const Said& said, const Line& line);
/// The time zone of the nearest unit that says one; else the portal's.
base::Zone zone_of(const unit::Unit& unit, const Said& said, const Line& line);
/// What these units say at all times.
Ways ways(unit::Unit& unit, const std::vector<std::int64_t>& units);

std::vector<std::string> calendars(unit::Unit& unit, const Line& line);
base::Zone zone(unit::Unit& unit, const Line& line);
/// Of each school year, what the nearest unit says.
std::vector<Year> years(unit::Unit& unit, const Line& line);
/// What closes a unit on days of [first, last], by decision and by the calendars, by first day.
std::vector<Closure> closures(unit::Unit& unit, const Line& line, Date first, Date last);
/// What each of the units has said of the days up to `last`.
std::vector<Weeks> weeks(unit::Unit& unit, const Line& line, Date last);
/// Those of the nearest unit that has any in the year.
std::vector<Alternance> alternances(unit::Unit& unit, const Line& line, std::int32_t school_year);

/// From the columns org, closure, name, valid_from, valid_to, half_day.
Closure closure_of(const unit::Rows& row);

}  // namespace ent::calendar::rows
