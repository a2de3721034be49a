/// The rows of `period_state` and `mark_reopening`.
#pragma once

#include <span>
#include <vector>

#include "ent/gradebook.hpp"
#include "ent/period.hpp"
#include "gradebook/closing.hpp"
#include "gradebook/span.hpp"
#include "unit/unit.hpp"

namespace ent::gradebook::rows {

/// What is not open of the school years in which these days may lie.
std::vector<StateOf> closed_states(unit::Unit& unit, OrgId org, const Span& days);
/// What is not open of a school year.
std::vector<StateOf> closed_states(unit::Unit& unit, OrgId org, std::int32_t school_year);

/// What stands or stood for a group; version 0: nothing was set.
struct StateRow {
  std::int64_t group = 0;
  std::int64_t version = 0;
  PeriodState state = PeriodState::open;
};
/// What stands in a period, by group.
std::vector<StateRow> standing_states(unit::Unit& unit, const period::View& period);
/// Puts `states` in the place of what stands for their groups, and keeps it.
void set_states(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, std::span<const StateRow> states,
                const std::optional<std::string>& reason);

/// With names of authors, not of groups: by group, the last one first.
std::vector<GroupState> states(unit::Unit& unit, const period::View& period, const OfPeriod& input);

/// What is open again to a person on a day.
std::vector<OpenAgain> open_again(unit::Unit& unit, OrgId org, std::int64_t person, Date today);
void add_reopening(unit::WriteUnit& unit, const unit::Granted& granted, const Reopen& input, Date first_day, std::int64_t member);
/// Without names of groups: by group, the last one first.
std::vector<Reopening> reopenings(unit::Unit& unit, const OfPeriod& input);

}  // namespace ent::gradebook::rows
