/// The rows of the org domain.
#pragma once

#include <optional>

#include "base/page.hpp"
#include "ent/org.hpp"
#include "unit/unit.hpp"

namespace ent::org::rows {

/// The unit as it stands on a date.
std::optional<View> find(unit::Unit& unit, OrgId id, Date at);

/// Its last state, whenever that begins.
std::optional<View> find_last(unit::Unit& unit, OrgId id);

/// Whether a unit of this kind and code stands on or after a date.
bool code_taken(unit::Unit& unit, Kind kind, const std::string& code, Date from);

/// Whether `id` lies, from a date on, under `below` or is it.
bool lies_under(unit::Unit& unit, OrgId id, OrgId below, Date from);

/// Up to `limit` + 1 of the visible units, in the order of their names.
std::vector<View> list(unit::Unit& unit, const std::vector<std::int64_t>& visible, const List& input, const base::Place& start);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, const View& view);
/// Ends the standing state on the day from which the next one holds, which is then inserted.
void end_state(unit::WriteUnit& unit, const unit::Granted& granted, const View& standing, Date end);
/// Puts a corrected state in the place of one that began on the same day.
void replace(unit::WriteUnit& unit, const unit::Granted& granted, const View& view);

/// Ends the links of the same relation to units of the same kind, and makes the new one.
void link(unit::WriteUnit& unit, const unit::Granted& granted, OrgId child, Relation relation, const View& parent,
          Date from);

}  // namespace ent::org::rows
