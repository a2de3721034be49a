/// Evaluations on another day than they were.
#pragma once

#include <optional>
#include <span>

#include "ent/gradebook.hpp"
#include "ent/skill.hpp"
#include "unit/unit.hpp"

namespace ent::skill {

/// Refuses a day on which one of these items does not hold in a unit.
std::optional<Error> expect_held(unit::Unit& unit, OrgId org, std::span<const SkillItemId> items, Date on);

/// Puts what is evaluated in an assessment on its new day.
std::optional<Error> follow(unit::WriteUnit& unit, const unit::Granted& granted, const gradebook::Assessment& assessment, Date to);

}  // namespace ent::skill
