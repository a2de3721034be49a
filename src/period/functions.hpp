/// What other domains may ask of the grading periods; periods_of() of the rules says which of them a pupil goes by.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "period/rules.hpp"
#include "unit/unit.hpp"

namespace ent::period {

std::optional<View> find(unit::Unit& unit, PeriodId id);

/// The ways in which a school year of an establishment is divided, by code.
std::vector<Scheme> schemes_in(unit::Unit& unit, OrgId org, std::int32_t school_year);

/// The periods of an establishment that begin on a day or later.
std::vector<PeriodId> begun_since(unit::Unit& unit, OrgId org, Date day);

/// Holds a period for groups of its unit, by number: until they are let go, its days stay as they are, and the groups go by it.
void hold(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::span<const std::int64_t> groups);
void let_go(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::span<const std::int64_t> groups);

/// Keeps a period for a group, by number, for good: something of the group is said of it. Its days may move, but not all of them, and
/// the group goes by it.
void keep(unit::WriteUnit& unit, const unit::Granted& granted, const View& period, std::int64_t group);

}  // namespace ent::period
