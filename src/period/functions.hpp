/// What other domains may ask of the grading periods; periods_of() of the rules says which of them a pupil goes by.
#pragma once

#include <optional>
#include <vector>

#include "period/rules.hpp"
#include "unit/unit.hpp"

namespace ent::period {

std::optional<View> find(unit::Unit& unit, PeriodId id);

/// The ways in which a school year of an establishment is divided, by code.
std::vector<Scheme> schemes_in(unit::Unit& unit, OrgId org, std::int32_t school_year);

/// The periods of an establishment that begin on a day or later.
std::vector<PeriodId> begun_since(unit::Unit& unit, OrgId org, Date day);

}  // namespace ent::period
