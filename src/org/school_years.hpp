/// The school years of units: as the nearest unit says that says when they turn, by calendar.configure.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "base/school_year.hpp"
#include "ent/id.hpp"
#include "ent/result.hpp"
#include "unit/unit.hpp"

namespace ent::org {

/// The months in which units say that their years turn.
using Turns = std::map<std::int64_t, std::chrono::month>;

/// Those of a unit, by what it and those above it say, the nearest first; in August where nobody says it.
base::SchoolYears school_years_by(const Turns& turns, std::span<const std::int64_t> line);

/// The same as the rows say it.
base::SchoolYears school_years_by(unit::Unit& unit, const std::vector<std::int64_t>& line);

base::SchoolYears school_years_of(unit::Unit& unit, OrgId id, Date at);

/// Of units, by their ids.
using YearsOf = std::map<std::int64_t, base::SchoolYears>;

/// Those of several units, whether they are there or not.
YearsOf school_years_of(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at);

/// From which day on they are which.
using YearsByDay = std::map<std::int64_t, base::SchoolYears>;
using YearsFrom = std::map<std::int64_t, YearsByDay>;

/// Those of a unit and of all that are below it on some day from a date on.
YearsFrom school_years_below(unit::Unit& unit, OrgId id, Date from);

/// Those that units have in common. Errors: calendar.turns_differ.
Result<base::SchoolYears> common_school_years(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at);

/// Whether the years of a unit and of those below it turn as they did before a write, now and later: what is of a year already stays in it.
/// Errors: calendar.turn_in_use, where one that turns otherwise has groups, slots, grading periods or alternances.
std::optional<Error> keeps_years(unit::Unit& unit, OrgId id, const YearsFrom& before, Date from);

}  // namespace ent::org
