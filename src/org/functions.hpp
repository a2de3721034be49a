/// What other domains may ask of the units.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "ent/org.hpp"
#include "unit/unit.hpp"

namespace ent::org {

/// What the unit is on a date; none: there is no such unit then.
std::optional<Kind> kind_at(unit::Unit& unit, OrgId id, Date at);

/// The unit as it stands on a date.
std::optional<View> find_at(unit::Unit& unit, OrgId id, Date at);

/// Whether there is no unit at all.
bool empty(unit::Unit& unit);

/// Adds a unit, and tells of it; what it belongs to is for the caller to link. Errors: those of org.add.
Result<View> add_alone(unit::WriteUnit& unit, const unit::Granted& granted, const Add& input);

/// The unit and those above it that stand on a date, by part_of, the nearest first; empty: there is no such unit.
std::vector<std::int64_t> line_of(unit::Unit& unit, OrgId id, Date at);

/// The same of several units; those that are not there are left out.
std::map<std::int64_t, std::vector<std::int64_t>> lines_of(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at);

/// The codes of those of these units that are establishments on a date, in the order of the units.
std::vector<std::string> codes_of_establishments(unit::Unit& unit, std::span<const std::int64_t> orgs, Date at);

/// The establishments that make up a unit on a date: itself, those below it, those that it runs.
std::vector<std::int64_t> establishments_of(unit::Unit& unit, OrgId id, Date at);

/// All units of these kinds on a date.
std::vector<std::int64_t> all_of(unit::Unit& unit, std::span<const Kind> kinds, Date at);

}  // namespace ent::org
