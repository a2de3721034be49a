/// The rows of which models a school has chosen, and of projects.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ent/report_model.hpp"
#include "unit/unit.hpp"

namespace ent::report::rows {

/// What is chosen of a division, of a level, or of all.
struct Choice {
  std::int64_t division = 0;  ///< Number in the unit; 0: of none.
  std::string level{};        ///< Empty: of none.
  Date valid_from{};
  std::string model{};        ///< Empty: none, from this day on.
};

/// For all, by level, by division; then by day.
std::vector<Choice> choices(unit::Unit& unit, OrgId org);
void put_choice(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const Choice& choice);

/// A project of a group.
struct ProjectOf {
  std::int64_t group = 0;  ///< Number in the unit.
  Project project{};
};
/// Of these groups, by group, kind and name.
std::vector<ProjectOf> projects(unit::Unit& unit, PeriodId period, std::span<const std::int64_t> groups);
/// In the place of those of the group.
void put_projects(unit::WriteUnit& unit, const unit::Granted& granted, PeriodId period, GroupId group, std::span<const Project> items);

}  // namespace ent::report::rows
