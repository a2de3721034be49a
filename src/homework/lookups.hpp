/// Homework as it stands: when it is due now, and how it is answered.
#pragma once

#include <span>
#include <vector>

#include "group/lookups.hpp"
#include "homework/rows.hpp"
#include "person/functions.hpp"

namespace ent::homework {

/// The days, and the lessons that were moved to one of them.
rows::Span span_of(unit::Unit& unit, std::span<const std::int64_t> orgs, Date first, Date last);

/// Says of each row when it is due by the lesson as it stands; where there is no such lesson any more its day stays.
void follow_lessons(unit::Unit& unit, std::vector<rows::Row>& rows);

/// The rows that are due on one of the days, by day.
std::vector<rows::Row> due_in(unit::Unit& unit, std::vector<rows::Row> rows, Date first, Date last);

/// What the actor is shown of what was given to a group.
rows::Shown shown_to(const unit::Unit& unit);

/// What is for a pupil, of the groups that the pupil is in on the day, by day. Other pupils are shown nothing that is for some, and
/// nothing of groups that they may not read themselves.
std::vector<rows::Row> rows_of_pupil(unit::Unit& unit, OrgId org, const person::Member& pupil, Date first, Date last,
                                     rows::Shown shown);

/// Whether it is due while somebody is in its group.
bool is_for(const rows::Row& row, std::span<const group::Attendance> stays);

/// Rows as they are answered. `only`: of those for whom homework is, no other is named.
std::vector<View> show(unit::Unit& unit, std::span<const rows::Row> rows, std::optional<PersonId> only);

}  // namespace ent::homework
