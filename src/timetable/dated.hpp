/// What a roll call asks of the timetable.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/almanac.hpp"
#include "ent/timetable.hpp"
#include "unit/unit.hpp"

namespace ent::timetable {

/// One lesson on its day, as it stands.
struct Dated {
  LessonId id{};
  Kind kind{};
  Date date{};
  TimeOfDay begins{};
  TimeOfDay ends{};
  std::string subject{};                 ///< Empty: none.
  bool cancelled = false;
  std::vector<std::int64_t> groups{};   ///< Numbers in the unit; likewise the members.
  std::vector<std::int64_t> members{};  ///< Who gives it.
};

/// One lesson, and what its unit goes by on its day; none: there is no such lesson, or the unit is closed then.
struct DatedFound {
  Dated lesson{};
  calendar::Almanac almanac;
};
std::optional<DatedFound> find_dated(unit::Unit& unit, LessonId id);

/// The lessons of a unit on a day in the order of time, those that were cancelled among them.
std::vector<Dated> dated_on(unit::Unit& unit, OrgId org, Date date);

/// The same of several units; of these members alone, given as org << 32 | member, those that they give.
std::vector<Dated> dated_on(unit::Unit& unit, std::span<const std::int64_t> orgs, Date date);
std::vector<Dated> dated_by(unit::Unit& unit, std::span<const std::int64_t> members, Date date);

}  // namespace ent::timetable
