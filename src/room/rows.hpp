/// The rows of the room domain.
#pragma once

#include <optional>
#include <vector>

#include "base/page.hpp"
#include "room/functions.hpp"

namespace ent::room::rows {

std::optional<View> find(unit::Unit& unit, RoomId id);

/// Whether another room has the code on a day or later.
bool code_taken(unit::Unit& unit, const View& view, Date from);

/// Up to `limit` + 1 rooms that can be used on the session's date, by name.
std::vector<View> list(unit::Unit& unit, const List& input, const base::Place& start);

void update(unit::WriteUnit& unit, const unit::Granted& granted, const View& view);

}  // namespace ent::room::rows
