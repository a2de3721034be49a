/// The rows of the guardian domain that no other domain needs.
#pragma once

#include <optional>
#include <vector>

#include "guardian/functions.hpp"

namespace ent::guardian::rows {

/// The link that holds on a day.
std::optional<LinkRow> standing(unit::Unit& unit, PersonId pupil, PersonId adult, Date on);

/// How an adult is linked to a pupil on some day of a period; a restriction comes first.
std::optional<Kind> linked(unit::Unit& unit, PersonId pupil, PersonId adult, const unit::Period& period);

/// The other legal representatives of a pupil on some day of a period.
std::vector<Kind> others_legal(unit::Unit& unit, PersonId pupil, PersonId adult, const unit::Period& period);

/// Ends links on a day; what begins later is cancelled.
void end_links(unit::WriteUnit& unit, const unit::Granted& granted, PersonId pupil, PersonId adult, Date end,
               const std::optional<std::string>& lifted_by);

/// Ends the one that stands on a day; what begins later stays.
void end_standing(unit::WriteUnit& unit, const unit::Granted& granted, PersonId pupil, PersonId adult, Date end);
/// Likewise as end_links(), but no restriction.
void end_unrestricted(unit::WriteUnit& unit, const unit::Granted& granted, PersonId pupil, PersonId adult, Date end);

/// When an adult is restricted on some of these days, in order.
std::vector<unit::Period> restricted(unit::Unit& unit, PersonId pupil, PersonId adult, const unit::Period& period);

/// The links of a pupil from a date on; `adult` not 0: only that one's.
std::vector<View> of_pupil(unit::Unit& unit, PersonId pupil, Date at, std::int64_t adult);
/// The links of an adult to pupils who are known in a unit.
std::vector<View> of_adult(unit::Unit& unit, OrgId org, PersonId adult, Date at);

/// Whether the guardians of a pupil are kept out on some day from a date on.
bool opposed(unit::Unit& unit, PersonId pupil, Date from);
void oppose(unit::WriteUnit& unit, const unit::Granted& granted, PersonId pupil, Ground ground, Date from);
void end_opposition(unit::WriteUnit& unit, const unit::Granted& granted, PersonId pupil, Date end);

/// One assignment, by member numbers.
struct AssignmentRow {
  std::int64_t pupil = 0;
  std::int64_t adult = 0;
  Assistance kind{};
  unit::Period period{};
};
bool assigned(unit::Unit& unit, OrgId org, const AssignmentRow& row);
void assign(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const AssignmentRow& row);
void end_assignment(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, const AssignmentRow& row, Date end);
/// From the session's date on, of pupils whom the actor sees; members, 0: of all.
std::vector<Assignment> assignments(unit::Unit& unit, const person::Seen& seen, OrgId org, std::int64_t pupil,
                                    std::int64_t adult);

}  // namespace ent::guardian::rows
